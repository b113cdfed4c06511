import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { NodeRequest } from 'srvx/node'
import { HubError } from '#app/core/hub_error'
import { checkTusHeaders } from './check_tus_headers.js'
import { findOwnUpload } from './create_upload.js'
import { receiveUpload } from './receive_upload.js'
import { tusRefusal, tusServer, tusStore } from './tus_server.js'
import { checksumAlgorithms, withVerifiedBody } from './upload_checksum.js'
import { maxUploadBytes } from './upload_limits.js'

/** Not offered: a size that is not known cannot be judged before the bytes come (see createUpload). */
const withheldExtension = 'creation-defer-length'

/** tus 1.0.0, by @tus/server; what it lacks (the checksum extension, an upload whose end was lost) is added here. */
export default class UploadsController {
  async handle(ctx: HttpContext) {
    const method = ctx.request.method()
    if (method === 'OPTIONS') return this.announce(ctx)
    ctx.requireActor()
    checkTusHeaders(ctx)
    if (method === 'HEAD') await this.receiveIfWhole(ctx)
    const checksum = ctx.request.header('upload-checksum')
    if (checksum && (method === 'PATCH' || method === 'POST')) return this.passVerified(ctx, checksum)
    return this.pass(
      ctx,
      new NodeRequest({ req: ctx.request.request, res: ctx.response.response }) as Request
    )
  }

  private async passVerified(ctx: HttpContext, checksum: string) {
    const upload = ctx.request.method() === 'PATCH' ? await findOwnUpload(ctx, ctx.params.id) : null
    const chunk = { checksum, body: ctx.request.request, sizeLimitBytes: upload?.sizeBytes ?? maxUploadBytes }
    return withVerifiedBody(chunk, (body) => this.pass(ctx, webRequest(ctx, body)))
  }

  private async announce(ctx: HttpContext) {
    await this.pass(ctx, webRequest(ctx))
    const extensions = String(ctx.response.getHeader('Tus-Extension')).split(',')
    const offered = [...extensions.filter((name) => name !== withheldExtension), 'checksum']
    ctx.response.header('Tus-Extension', offered.join(','))
    ctx.response.header('Tus-Checksum-Algorithm', checksumAlgorithms.join(','))
  }

  private async pass({ response }: HttpContext, request: Request) {
    const answer = await tusServer.handleWeb(request)
    const body = await answer.text()
    // A header that it could not read is answered with a line of plain text
    if (answer.status >= 400 && body && !body.startsWith('{')) throw new HubError('E_TUS_400', answer.status)
    answer.headers.forEach((value, name) => response.header(name, value))
    // Refusals come as our JSON (tus_server.ts), but under the tus server's content type
    if (answer.status >= 400) response.header('Content-Type', 'application/json; charset=utf-8')
    response.removeHeader('Content-Length')
    return response.status(answer.status).send(body)
  }

  /** The process died between the last byte and its acknowledgement: the client asks where it stands, and all is there. */
  private async receiveIfWhole(ctx: HttpContext) {
    const upload = await findOwnUpload(ctx, ctx.params.id)
    if (upload.completedAt) return
    const { offset, size } = await tusStore.getUpload(upload.storageKey).catch((error) => {
      throw tusRefusal(error)
    })
    if (offset === size) await receiveUpload(upload.id)
  }
}

function webRequest({ request }: HttpContext, body?: Readable): Request {
  return new Request(request.completeUrl(), {
    method: request.method(),
    headers: new Headers(request.headers() as Record<string, string>),
    body: body && Readable.toWeb(body),
    duplex: 'half',
  } as RequestInit)
}
