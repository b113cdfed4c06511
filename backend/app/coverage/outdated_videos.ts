import db from '@adonisjs/lucid/services/db'
import type { LegalDay } from '#app/core/legal_day'
import { banners, type BannerKind } from '#app/laws/banners'
import type { LawRecord } from '#app/laws/law_record'
import type { Provision } from '#app/laws/provision'
import { onlyListed } from '#app/videos/listed'

/** After these nothing of what the tag names applies any more; a suspension passes, an amendment leaves something. */
const gone: BannerKind[] = ['replaced', 'repealed', 'expired', 'outdated']

interface Place extends Provision {
  videoId: string
  lawId: string
}

export interface TaughtVideos {
  /** Listed videos by law, and those of them that are out of date. */
  byLaw: Map<string, { videos: Set<string>; outdated: Set<string> }>
  /** Listed videos of which no tag applies any more. */
  outdated: string[]
}

/** How the listed videos stand to the law on the day: one query, then the record in memory. */
export async function taughtVideos(record: LawRecord, day: LegalDay): Promise<TaughtVideos> {
  const current = new Set<string>()
  const places = await listedPlaces()
  const isGone = goneOn(record, day)
  for (const place of places) if (!isGone(place)) current.add(place.videoId)
  const byLaw: TaughtVideos['byLaw'] = new Map()
  for (const { lawId, videoId } of places) {
    const own = byLaw.get(lawId) ?? { videos: new Set(), outdated: new Set() }
    own.videos.add(videoId)
    if (!current.has(videoId)) own.outdated.add(videoId)
    byLaw.set(lawId, own)
  }
  return {
    byLaw,
    outdated: [...new Set(places.map(({ videoId }) => videoId))].filter((id) => !current.has(id)),
  }
}

/** Each place of the law is judged once, however many videos are tied to it. */
function goneOn(record: LawRecord, day: LegalDay) {
  const judged = new Map<string, boolean>()
  return ({ lawId, article, clause, point }: Place): boolean => {
    const key = [lawId, article, clause, point].join('|')
    const known = judged.get(key)
    if (known !== undefined) return known
    const law = record.byId.get(lawId)
    const provision = article ? { article, clause, point } : null
    const said = law ? banners(provision, law, record.actingOn(law), day).banners : []
    const isGone = said.some(({ kind }) => gone.includes(kind))
    judged.set(key, isGone)
    return isGone
  }
}

async function listedPlaces(): Promise<Place[]> {
  const rows = await onlyListed(db.from('tags').join('videos', 'videos.id', 'tags.video_id')).distinct(
    'tags.video_id',
    'tags.law_id',
    'tags.article',
    'tags.clause',
    'tags.point'
  )
  return rows.map(({ video_id: videoId, law_id: lawId, article, clause, point }) => ({
    videoId,
    lawId,
    article,
    clause,
    point,
  }))
}
