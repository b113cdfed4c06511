import { agencyMention } from '#app/accounts/agency_view'
import { todayInVietnam } from '#app/core/legal_day'
import Consent from '#app/review/consent'
import { consentFacts, type LoadedFacts } from '#app/review/consent_facts'
import { formView, withdrawalView } from '#app/review/consent_view'
import type ConsentWithdrawal from '#app/review/consent_withdrawal'
import { peopleOf, withdrawalOf, type KnownPerson } from '#app/review/people_shown'
import Video from '#app/videos/video'
import { hasWords, standingOf, withdrawnAndGone, type Standing } from './register_rows.js'

export interface RegisterFilter {
  q?: string
  standing?: Standing
}

/**
 * Everybody who appears in any video, as the last record of each video has them, by name; and who withdrew. All rows at
 * once, for a name can only be compared without its diacritics here: some thousand people are a moment's work.
 */
export async function consentRegister({ q, standing }: RegisterFilter) {
  const consents = await lastConsents()
  const videoIds = [...consents.keys()]
  const videos = await Video.query().whereIn('id', videoIds).preload('agency')
  const factsOf = await consentFacts(videoIds)
  const rows = videos.flatMap((video) => rowsOf(video, consents.get(video.id)!, factsOf(video.id)))
  const byName = new Intl.Collator('vi')
  return rows
    .filter((row) => !standing || row.standing === standing)
    .filter((row) => !q || hasWords([row.name, row.guardianName], q))
    .sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.video.title, b.video.title))
}

export type RegisterRow = Awaited<ReturnType<typeof consentRegister>>[number]

async function lastConsents(): Promise<Map<string, Consent>> {
  const all = await Consent.query().preload('recorder').orderBy('recordedAt').orderBy('id', 'desc')
  return new Map(all.map((consent) => [consent.videoId, consent]))
}

function rowsOf(video: Video, consent: Consent, facts: LoadedFacts) {
  const people = peopleOf(consent)
  const shared = {
    video: { id: video.id, slug: video.slug, title: video.title, status: video.status },
    agency: video.agency && agencyMention(video.agency),
    recordedAt: consent.recordedAt.toISO(),
    recordedBy: consent.recorder && { id: consent.recorder.id, fullName: consent.recorder.fullName },
  }
  const today = todayInVietnam()
  return [
    ...people.map((person) => ({
      ...shared,
      ...personRow(person, facts),
      standing: standingOf(person, today, facts),
    })),
    ...withdrawnAndGone(people, facts.withdrawals).map((one) => ({ ...shared, ...goneRow(one) })),
  ]
}

function personRow(person: KnownPerson, facts: LoadedFacts) {
  const { renews: _, childAgrees, guardianName, until, ...rest } = person
  const withdrawal = withdrawalOf(person, facts.withdrawals)
  const form = facts.forms.get(person.id)
  return {
    ...rest,
    guardianName: guardianName ?? null,
    childAgrees: childAgrees ?? null,
    until: until ?? null,
    form: form ? formView(form) : null,
    withdrawal: withdrawal && withdrawalView(withdrawal),
    isShown: true,
  }
}

const goneRow = (one: ConsentWithdrawal) => ({
  id: one.personId,
  name: one.personName,
  ageClass: null,
  guardianName: null,
  childAgrees: null,
  scopes: [],
  until: null,
  form: null,
  withdrawal: withdrawalView(one),
  /** In the record of the video as it is now. */
  isShown: false,
  standing: 'withdrawn' as const,
})
