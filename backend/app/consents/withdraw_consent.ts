import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { HubError, invalid } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { consentFacts } from '#app/review/consent_facts'
import ConsentWithdrawal from '#app/review/consent_withdrawal'
import { withdrawalOf, type KnownPerson } from '#app/review/people_shown'
import { hideVideo } from '#app/review/publish_video'
import { recordStep } from '#app/videos/review_record'
import type Video from '#app/videos/video'

export type Said = Pick<ConsentWithdrawal, 'withdrawnOn' | 'channel' | 'reason'>

/**
 * Records that somebody no longer agrees to be shown. Where viewers see the video, it is taken down before the answer,
 * its media included; it cannot be shown again until they agree anew, or are no longer in it.
 * @throws E_WITHDRAWN_LATER, E_CONSENT_WITHDRAWN_ALREADY
 */
export async function withdrawConsent(
  { video, person, actor }: { video: Video; person: KnownPerson; actor: User },
  said: Said
): Promise<ConsentWithdrawal> {
  if (said.withdrawnOn > todayInVietnam()) throw invalid('E_WITHDRAWN_LATER', 'withdrawnOn')
  const { withdrawals } = (await consentFacts([video.id]))(video.id)
  if (withdrawalOf(person, withdrawals))
    throw new HubError('E_CONSENT_WITHDRAWN_ALREADY', 409, { params: { name: person.name } })
  const keep = async (trx: TransactionClientContract) => {
    await recordStep(trx, {
      video,
      actor,
      action: 'consent_withdrawn',
      reason: said.reason,
      detail: person.name,
    })
    return ConsentWithdrawal.create(
      {
        ...said,
        videoId: video.id,
        personId: person.id,
        personName: person.name,
        recordedBy: actor.id,
        recordedAt: DateTime.utc(),
      },
      { client: trx }
    )
  }
  if (!video.isPublished) return db.transaction(keep)
  let kept: ConsentWithdrawal
  await hideVideo(video, 'withdraw', actor, `${person.name}: ${said.reason}`, async (trx) => {
    kept = await keep(trx)
  })
  return kept!
}
