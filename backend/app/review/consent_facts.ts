import { todayInVietnam } from '#app/core/legal_day'
import type { HubError } from '#app/core/hub_error'
import { readSiteSettings } from '#app/site/site_settings'
import type Video from '#app/videos/video'
import ConsentForm from './consent_form.js'
import ConsentWithdrawal from './consent_withdrawal.js'
import { latestConsent, revisionToConsent } from './latest_consent.js'
import { missingConsent, type ConsentFacts } from './missing_consent.js'
import { peopleOf } from './people_shown.js'

export interface LoadedFacts extends ConsentFacts {
  withdrawals: ConsentWithdrawal[]
  forms: Map<string, ConsentForm>
}

/** What is known beside the consent records of these videos, by video. */
export async function consentFacts(videoIds: string[]): Promise<(videoId: string) => LoadedFacts> {
  const { consentForms: owesForms } = await readSiteSettings()
  const withdrawals = await ConsentWithdrawal.query()
    .whereIn('videoId', videoIds)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
  const forms = await ConsentForm.query().whereIn('videoId', videoIds).whereNull('removedAt')
  return (videoId) => {
    const own = forms.filter((form) => form.videoId === videoId)
    return {
      withdrawals: withdrawals.filter((one) => one.videoId === videoId),
      forms: new Map(own.map((form) => [form.personId, form])),
      formsOf: new Set(own.map(({ personId }) => personId)),
      owesForms,
    }
  }
}

/** Everything that stands in the way of showing a revision, one refusal per thing. */
export async function owedForPublication(
  video: Video,
  revisionId = revisionToConsent(video)
): Promise<HubError[]> {
  const consent = await latestConsent(video, revisionId)
  const facts = (await consentFacts([video.id]))(video.id)
  const recorded = consent && {
    nobodyIdentifiable: consent.nobodyIdentifiable,
    people: peopleOf(consent),
  }
  return missingConsent(recorded, todayInVietnam(), facts)
}
