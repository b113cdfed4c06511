import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { findOwnUpload } from './create_upload.js'
import { receiveUpload } from './receive_upload.js'
import { tusServer, tusStore } from './tus_server.js'
import { checksumAlgorithms, withVerifiedBody } from './upload_checksum.js'

/** tus 1.0.0, by @tus/server; what it lacks (the checksum extension, an upload whose end was lost) is added here. */
export default class UploadsController {
  async handle(ctx: HttpContext) {
    const method = ctx.request.method()
    if (method === 'OPTIONS') return this.announce(ctx)
    ctx.requireActor()
    if (method === 'HEAD') await this.receiveIfWhole(ctx)
    const checksum = ctx.request.header('upload-checksum')
    if (method === 'PATCH' && checksum) return this.passVerified(ctx, checksum)
    // The tus server answers on the bare response: what our middleware has set must be there first
    ctx.response.relayHeaders()
    await tusServer.handle(ctx.request.request, ctx.response.response)
  }

  private async passVerified(ctx: HttpContext, checksum: string) {
    await findOwnUpload(ctx, ctx.params.id)
    return withVerifiedBody(checksum, ctx.request.request, (body) => this.passWeb(ctx, body))
  }

  private async announce(ctx: HttpContext) {
    await this.passWeb(ctx)
    ctx.response.header('Tus-Extension', `${ctx.response.getHeader('Tus-Extension')},checksum`)
    ctx.response.header('Tus-Checksum-Algorithm', checksumAlgorithms.join(','))
  }

  private async passWeb(ctx: HttpContext, body?: Readable) {
    const { request, response } = ctx
    const answer = await tusServer.handleWeb(
      new Request(request.completeUrl(), {
        method: request.method(),
        headers: new Headers(request.headers() as Record<string, string>),
        body: body && Readable.toWeb(body),
        duplex: 'half',
      } as RequestInit)
    )
    answer.headers.forEach((value, name) => response.header(name, value))
    return response.status(answer.status).send(await answer.text())
  }

  /** The process died between the last byte and its acknowledgement: the client asks where it stands, and all is there. */
  private async receiveIfWhole(ctx: HttpContext) {
    const upload = await findOwnUpload(ctx, ctx.params.id)
    if (upload.completedAt) return
    const { offset, size } = await tusStore.getUpload(upload.storageKey)
    if (offset === size) await receiveUpload(upload.id)
  }
}
