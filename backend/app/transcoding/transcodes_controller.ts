import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { HubError, notFound } from '#app/core/hub_error'
import queue from '#app/jobs/service'
import { findVisibleVideo } from '#app/videos/find_video'
import { moveVideo } from '#app/videos/move_video'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import VideoPolicy from '#app/videos/video_policy'
import { failTranscode } from './finish_transcode.js'
import { startTranscode } from './start_transcode.js'

export default class TranscodesController {
  /** Tries again with the file that is here already. */
  async retry(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('upload', video)
    await db.transaction(async (trx) => {
      const revisionId = video.pendingRevisionId ?? video.currentRevisionId
      const revision = revisionId && (await Revision.find(revisionId, { client: trx }))
      if (!revision) throw new HubError('E_NOTHING_TO_RETRY', 409)
      if (video.pendingRevisionId) {
        const last = await latestTranscode(revision.id)
        if (last?.state !== 'failed' && last?.state !== 'cancelled') throw new HubError('E_NOTHING_TO_RETRY', 409)
      } else {
        await moveVideo(trx, video, { step: 'retry', actor: ctx.actor })
      }
      await startTranscode(trx, video, revision)
    })
    return ctx.response.accepted({ data: { status: video.status } })
  }

  async cancel(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('upload', video)
    const revisionId = video.pendingRevisionId ?? video.currentRevisionId
    const transcode = revisionId ? await latestTranscode(revisionId) : null
    if (!transcode) throw notFound()
    if (!['queued', 'running'].includes(transcode.state)) throw new HubError('E_NOTHING_TO_CANCEL', 409)
    await db.transaction(async (trx) => {
      if (transcode.jobId) await queue.cancel(transcode.jobId, trx)
      await failTranscode(trx, transcode.id, { code: 'E_CANCELLED', detail: 'cancelled by a person', state: 'cancelled' })
    })
    return ctx.response.noContent()
  }
}

const latestTranscode = (revisionId: string) =>
  Transcode.query().where('revisionId', revisionId).orderBy('enqueuedAt', 'desc').first()
