import type { IncomingMessage } from 'node:http'
import { HubError } from '#app/core/hub_error'

/**
 * The bytes of a request that no parser has touched.
 * @throws E_FORM_TOO_LARGE (413) beyond the limit, before more than that is kept
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new HubError('E_FORM_TOO_LARGE', 413, { params: { megabytes: maxBytes / 1_048_576 } })
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    length += part.length
    if (length > maxBytes) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
