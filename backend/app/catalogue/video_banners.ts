import type { I18n } from '@adonisjs/i18n'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { banners, type Banner } from '#app/laws/banners'
import type { LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import type { TagView } from '#app/tags/tag_view'
import { causeOfBanner } from '#app/validity/cause'
import { causeSentence, dayInWords } from '#app/validity/cause_sentence'
import { decisionKey, type StandingDecisions, type TagDecision } from '#app/validity/standing_decisions'

export interface BannerContext {
  record: LawRecord
  decisions: StandingDecisions
  day: LegalDay
  i18n: I18n
}

/** What is said at one tag, and what an editor has decided of it. */
interface Said {
  tag: TagView
  banner: Banner
  decision: TagDecision | undefined
}

/**
 * What viewers must be told of the laws that a video teaches: which has been replaced, by what, since when, and at which
 * seconds. What an editor found still right is told no more; an editor's note joins what is told.
 */
export function videoBanners(tags: TagView[], historicalSince: string | null, context: BannerContext) {
  const said = tags.flatMap((tag) => saidOf(tag, context)).filter(({ decision }) => !isRight(decision))
  const groups = new Map<string, { first: Said; tags: TagView[] }>()
  for (const one of said) {
    const key = `${sentenceOf(one, context)}\n${noteOf(one) ?? ''}`
    const group = groups.get(key) ?? { first: one, tags: [] }
    group.tags.push(one.tag)
    groups.set(key, group)
  }
  const told = [...groups.values()].map(({ first, tags: own }) => bannerView(first, own, context))
  return historicalSince ? [historicalBanner(historicalSince, context), ...told] : told
}

/** The day on which an editor found each tag still right although its law had changed. */
export function reviewedDays(tags: TagView[], context: BannerContext): Map<string, LegalDay> {
  const days = new Map<string, LegalDay>()
  for (const tag of tags) {
    const said = saidOf(tag, context)
    if (!said.length || !said.every(({ decision }) => isRight(decision))) continue
    const last = said
      .map(({ decision }) => decision!.decidedAt)
      .sort()
      .at(-1)!
    days.set(tag.id, todayInVietnam(new Date(last)))
  }
  return days
}

const isRight = (decision: TagDecision | undefined) => decision?.decision === 'still_right'
const noteOf = ({ decision }: Said) => (decision?.decision === 'note' ? decision.note : null)

function saidOf(tag: TagView, { record, decisions, day }: BannerContext): Said[] {
  const law = record.byId.get(tag.law.id)
  if (!law) return []
  const place = tag.article || tag.clause || tag.point ? tag : null
  return banners(place, law, record.actingOn(law), day).banners.map((banner) => {
    const key = causeOfBanner(banner)?.key
    const decision = key === undefined ? undefined : decisions.get(decisionKey(law.id, key, tag.id))
    return { tag, banner, decision }
  })
}

function sentenceOf({ tag, banner }: Said, { record, i18n }: BannerContext): string {
  const place = banner.about === 'provision' ? tag : null
  return causeSentence({ ...banner, law: record.byId.get(tag.law.id)!, place }, record, i18n)
}

function bannerView(said: Said, tags: TagView[], context: BannerContext) {
  const { record, day } = context
  const { banner } = said
  const successors = banner.successorIds
    .map((id) => record.byId.get(id))
    .filter((law) => law !== undefined)
    .map((law) => lawMention(law, record, day))
  return {
    kind: `law_${banner.kind}`,
    message: sentenceOf(said, context),
    law: successors[0] ?? null,
    successors,
    since: banner.since,
    note: noteOf(said),
    tags: tags.map(({ id, citation, startSeconds, endSeconds }) => ({
      id,
      citation,
      startSeconds,
      endSeconds,
    })),
  }
}

function historicalBanner(since: string, { i18n }: BannerContext) {
  const day = todayInVietnam(new Date(since))
  return {
    kind: 'historical',
    message: i18n.t('banners.historical', { since: dayInWords(day) }),
    law: null,
    successors: [],
    since: day,
    note: null,
    tags: [],
  }
}
