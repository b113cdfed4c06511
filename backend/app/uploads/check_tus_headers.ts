import type { HttpContext } from '@adonisjs/core/http'
import { HubError } from '#app/core/hub_error'

const wholeNumber = /^(0|[1-9]\d{0,15})$/

/**
 * Refuses requests that do not follow tus 1.0.0 with our error objects; the tus server would answer them with a line of
 * plain text. Upload-Metadata is read, and judged, by the tus server itself.
 */
export function checkTusHeaders({ request, response }: HttpContext): void {
  // "If the version is not supported, 412 with Tus-Version" (tus 1.0.0, Tus-Resumable)
  if (request.header('tus-resumable') !== '1.0.0') {
    response.header('Tus-Version', '1.0.0')
    throw new HubError('E_TUS_VERSION', 412)
  }
  for (const name of ['upload-offset', 'upload-length']) {
    const value = request.header(name)
    if (value !== undefined && !wholeNumber.test(value)) throw new HubError('E_TUS_400', 400, { field: name })
  }
  if (request.method() !== 'PATCH') return
  if (request.header('upload-offset') === undefined)
    throw new HubError('E_TUS_400', 400, { field: 'upload-offset' })
  if (request.header('content-type') !== 'application/offset+octet-stream')
    throw new HubError('E_TUS_415', 415)
}
