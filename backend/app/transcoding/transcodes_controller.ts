import type { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { data } from '#app/core/answers'
import { HubError } from '#app/core/hub_error'
import queue from '#app/jobs/service'
import { findVisibleVideo } from '#app/videos/find_video'
import { moveVideo } from '#app/videos/move_video'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import Video from '#app/videos/video'
import VideoPolicy from '#app/videos/video_policy'
import { failTranscode } from './finish_transcode.js'
import { startTranscode } from './start_transcode.js'

export default class TranscodesController {
  /** Tries again with the file that is here already. */
  async retry(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('upload', video)
    await db.transaction(async (trx) => {
      // Of two people who press at once, the second finds it running
      const now = await Video.query({ client: trx }).where('id', video.id).forUpdate().firstOrFail()
      const revisionId = now.pendingRevisionId ?? now.currentRevisionId
      const revision = revisionId && (await Revision.find(revisionId, { client: trx }))
      if (!revision) throw new HubError('E_NOTHING_TO_RETRY', 409)
      if (now.pendingRevisionId) {
        const last = await latestTranscode(revision.id, trx)
        if (last?.state !== 'failed' && last?.state !== 'cancelled')
          throw new HubError('E_NOTHING_TO_RETRY', 409)
      } else {
        await moveVideo(trx, now, { step: 'retry', actor: ctx.actor })
      }
      await startTranscode(trx, now, revision)
      video.status = now.status
    })
    return ctx.response.accepted(data({ id: video.id, status: video.status }))
  }

  async cancel(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('upload', video)
    const revisionId = video.pendingRevisionId ?? video.currentRevisionId
    const transcode = revisionId ? await latestTranscode(revisionId) : null
    if (!transcode || !['queued', 'running'].includes(transcode.state))
      throw new HubError('E_NOTHING_TO_CANCEL', 409)
    await db.transaction(async (trx) => {
      if (transcode.jobId) await queue.cancel(transcode.jobId, trx)
      await failTranscode(trx, transcode.id, {
        code: 'E_CANCELLED',
        detail: 'cancelled by a person',
        state: 'cancelled',
      })
    })
    return ctx.response.noContent()
  }
}

const latestTranscode = (revisionId: string, client?: TransactionClientContract) =>
  Transcode.query({ client }).where('revisionId', revisionId).orderBy('enqueuedAt', 'desc').first()
