import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type User from '#app/accounts/user'
import { HubError } from '#app/core/hub_error'
import { recordStep } from './review_record.js'
import Video from './video.js'
import { next, type Step, type VideoStatus } from './video_status.js'

export const stepNotAllowed = (status: VideoStatus) =>
  new HubError('E_STEP_NOT_ALLOWED', 409, { params: { status } })

export interface Move {
  step: Step
  actor?: User | null
  reason?: string | null
  atSeconds?: number | null
}

/**
 * Takes one step of the video's life and writes it into the record. The row is changed only if it still stands where
 * the caller saw it, so that of two editors who press at once, one is told.
 */
export async function moveVideo(trx: TransactionClientContract, video: Video, move: Move): Promise<void> {
  const from = video.status
  const to = next(from, move.step)
  if (!to) throw stepNotAllowed(from)
  const changed = await Video.query({ client: trx })
    .where({ id: video.id, status: from })
    .update({ status: to })
  if (Number(changed[0]) !== 1) throw new HubError('E_VIDEO_CHANGED_MEANWHILE', 409)
  video.status = to
  await recordStep(trx, {
    video,
    actor: move.actor,
    action: move.step,
    from,
    to,
    reason: move.reason,
    atSeconds: move.atSeconds,
  })
}
