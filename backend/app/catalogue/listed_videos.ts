import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { invalid } from '#app/core/hub_error'
import type { Page, Paged } from '#app/core/answers'
import { lawRecord } from '#app/laws/law_record'
import { parseProvisionPath } from '#app/laws/provision'
import { matchingVideoIds } from '#app/search/matching_videos'
import { lengthRanges, type Length } from '#app/search/terms'
import { onlyListed } from '#app/videos/listed'
import Video, { type Audience } from '#app/videos/video'

export const listSorts = ['newest', 'oldest', 'views', 'popular', 'title'] as const

export interface ListFilter extends Page {
  topic?: string
  /** Slug, id or number. */
  law?: string
  /** With `law`: `dieu-8/khoan-2`; what lies inside it counts. */
  provision?: string
  /** Slug or id. */
  agency?: string
  q?: string
  audience?: Audience
  orientation?: 'landscape' | 'portrait' | 'square'
  length?: Length
  sort?: (typeof listSorts)[number]
  /** Those that are kept as history, and no others. */
  history?: boolean
}

type VideoQuery = ModelQueryBuilderContract<typeof Video>

const onlyHistory = (videos: VideoQuery) =>
  videos.where('videos.status', 'published').whereNotNull('videos.historical_since')

/** The ids of the listed videos that fit, one page of them. */
export async function listedVideoIds(filter: ListFilter): Promise<Paged<string>> {
  const { page, perPage } = filter
  const videos = (filter.history ? onlyHistory : onlyListed)(Video.query()).select('videos.id')
  await narrow(videos, filter)
  if (filter.sort === 'title') return byTitle(videos, filter)
  sort(videos, filter.sort ?? 'newest')
  const found = await videos.orderBy('videos.id').paginate(page, perPage)
  return { items: found.all().map(({ id }) => id), total: found.total, page, perPage }
}

async function narrow(videos: VideoQuery, filter: ListFilter) {
  const { topic, law, provision, agency, q, audience, orientation, length } = filter
  if (topic) videos.whereHas('topics', (topics) => void topics.where('slug', topic))
  if (agency) {
    videos.whereHas(
      'agency',
      (agencies) => void agencies.where('slug', agency).orWhere('agencies.id', agency)
    )
  }
  if (audience) videos.whereRaw('cast(videos.audiences as text) like ?', [`%"${audience}"%`])
  if (orientation) {
    videos.whereHas('currentRevision', (revisions) => void revisions.where('orientation', orientation))
  }
  if (length) {
    const [from, to] = lengthRanges[length]
    videos.whereHas('currentRevision', (revisions) => {
      revisions.where('duration_seconds', '>=', from)
      if (to !== null) revisions.where('duration_seconds', '<', to)
    })
  }
  if (law) await narrowToLaw(videos, law, provision)
  if (q) videos.whereIn('videos.id', await matchingVideoIds(q))
}

async function narrowToLaw(videos: VideoQuery, key: string, path = '') {
  const law = (await lawRecord()).find(key)
  const provision = parseProvisionPath(path)
  if (!provision) throw invalid('E_PROVISION_MALFORMED', 'provision', { value: path })
  videos.whereIn('videos.id', (tags) => {
    tags
      .from('tags')
      .select('video_id')
      .where('law_id', law?.id ?? '')
    for (const name of ['article', 'clause', 'point'] as const) {
      if (provision[name]) tags.where(name, provision[name])
    }
  })
}

function sort(videos: VideoQuery, by: Exclude<ListFilter['sort'], undefined | 'title'>) {
  if (by === 'views' || by === 'popular') videos.orderBy('videos.view_count', 'desc')
  videos.orderBy('videos.published_at', by === 'oldest' ? 'asc' : 'desc')
}

/** Databases sort Vietnamese by code points; titles are short, so they are sorted here. */
async function byTitle(videos: VideoQuery, { page, perPage }: ListFilter): Promise<Paged<string>> {
  const found = await videos.select('videos.title')
  const alphabet = new Intl.Collator('vi', { numeric: true })
  found.sort((a, b) => alphabet.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
  const items = found.slice((page - 1) * perPage, page * perPage).map(({ id }) => id)
  return { items, total: found.length, page, perPage }
}
