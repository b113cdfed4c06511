import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { banners, type Banner } from '#app/laws/banners'
import { isSameState, type RecordRow } from '#app/laws/changes/states'
import type Law from '#app/laws/law'
import type { LawRecord } from '#app/laws/law_record'
import type { LawStatus } from '#app/laws/law_status'
import { turningDays } from '#app/laws/validity'
import Tag from '#app/tags/tag'
import Video from '#app/videos/video'
import { watchedStatuses } from '#app/validity/tagged_places'

/** What viewers would be told at one tie of a video, instead of what they are told now. */
export interface TagEffect {
  tag: Tag
  before: Banner[]
  after: Banner[]
}

export interface LawEffect {
  lawId: string
  /** null: the document is not there. */
  statusBefore: LawStatus | null
  statusAfter: LawStatus | null
  /** Days to come on which the status would be another than is expected now. */
  upcoming: { day: LegalDay; statusBefore: LawStatus | null; statusAfter: LawStatus | null }[]
  /** Some change in force would touch nobody knows which provisions: an editor is asked. */
  asksScope: boolean
  /** Ties of videos that are shown, or about to be: all of them, and those at which something else would be said. */
  videoIds: string[]
  tags: (Omit<TagEffect, 'tag'> & { tagId: string; videoId: string })[]
}

/** Per document what would be different today and later, and at which ties of which videos. Nothing is written. */
export async function effectsOf(
  rows: RecordRow[],
  before: LawRecord,
  after: LawRecord,
  client?: QueryClientContract
): Promise<LawEffect[]> {
  const ids = touchedLawIds(rows, before, after)
  const tags = await shownTags(ids, client)
  const own = new Set(rows.filter(({ what }) => what === 'law').map(({ id }) => id))
  return ids
    .map((id) => effectOn(id, before, after, tags.get(id) ?? []))
    .filter((effect) => own.has(effect.lawId) || isFelt(effect))
}

const isFelt = ({ statusBefore, statusAfter, upcoming, asksScope, tags }: LawEffect) =>
  statusBefore !== statusAfter || upcoming.length > 0 || asksScope || tags.length > 0

/** The documents of the rows, and those that they act on: a source's first day is also that of its relations. */
function touchedLawIds(rows: RecordRow[], before: LawRecord, after: LawRecord): string[] {
  const ids = new Set<string>()
  for (const row of rows) {
    if (row.what === 'relation') {
      for (const state of [row.before, row.after]) if (state) ids.add(state.targetLawId)
    }
    if (row.what !== 'law') continue
    ids.add(row.id)
    for (const record of [before, after]) {
      const law = record.byId.get(row.id)
      if (law) for (const { targetLawId } of record.outgoingOf(law)) ids.add(targetLawId)
    }
  }
  return [...ids].sort()
}

function effectOn(id: string, before: LawRecord, after: LawRecord, tags: Tag[]): LawEffect {
  const day = todayInVietnam()
  const statusIn = (record: LawRecord, on: LegalDay) => {
    const law = record.byId.get(id)
    return law ? record.statusOn(law, on).status : null
  }
  const days = [before, after].flatMap((record) => {
    const law = record.byId.get(id)
    return law ? turningDays(law, record.actingOn(law)) : []
  })
  const told = tags.map((tag) => ({ tag, before: toldAt(tag, before, day), after: toldAt(tag, after, day) }))
  return {
    lawId: id,
    statusBefore: statusIn(before, day),
    statusAfter: statusIn(after, day),
    upcoming: [...new Set(days)]
      .filter((one) => one > day)
      .sort()
      .map((one) => ({ day: one, statusBefore: statusIn(before, one), statusAfter: statusIn(after, one) }))
      .filter(({ statusBefore, statusAfter }) => statusBefore !== statusAfter),
    asksScope: tags.length > 0 && unknownScopes(after, id, day) > unknownScopes(before, id, day),
    videoIds: [...new Set(tags.map(({ videoId }) => videoId))].sort(),
    tags: told
      .filter((one) => !isSameState(one.before, one.after))
      .map(({ tag, ...one }) => ({ tagId: tag.id, videoId: tag.videoId, ...one })),
  }
}

function toldAt(tag: Tag, record: LawRecord, day: LegalDay): Banner[] {
  const law = record.byId.get(tag.lawId)
  const place = tag.article || tag.clause || tag.point ? tag : null
  return law ? banners(place, law, record.actingOn(law), day).banners : []
}

function unknownScopes(record: LawRecord, id: string, day: LegalDay): number {
  const law: Law | undefined = record.byId.get(id)
  return law ? banners(null, law, record.actingOn(law), day).unknownScope.length : 0
}

async function shownTags(lawIds: string[], client?: QueryClientContract): Promise<Map<string, Tag[]>> {
  const tags: Tag[] = []
  for (let at = 0; at < lawIds.length; at += 500) {
    const found = await Tag.query({ client })
      .whereIn('lawId', lawIds.slice(at, at + 500))
      .whereIn(
        'videoId',
        Video.query({ client }).whereIn('status', watchedStatuses).whereNull('historicalSince').select('id')
      )
      .orderBy('id')
    tags.push(...found)
  }
  return Map.groupBy(tags, ({ lawId }) => lawId)
}
