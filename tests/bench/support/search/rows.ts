import { entryTerms, facetTermsOf } from '#app/search/entry_terms'
import { searchFields } from '#app/search/search_fields'
import { part, seeded, zipf, type Corpus, type Part } from './corpus.js'

const audiences = ['hoc_sinh', 'thanh_nien', 'phu_nu', 'nguoi_lao_dong', 'lai_xe', 'moi_nguoi']

export interface Known {
  ownerId: string
  agencyIds: string[]
  topics: { id: number; name: string; name_en: string }[]
  laws: { id: string; title: string; number: string }[]
}

export type Row = Record<string, unknown>
/** Rows by table, in the order in which they may be put in. */
export type Batch = Record<string, Row[]>

export const tables = [
  'videos',
  'revisions',
  'video_topics',
  'tags',
  'caption_tracks',
  'search_documents',
  'search_entries',
  'search_terms',
] as const

const at = '2026-10-01 00:00:00'
const joined = (parts: Part[], form: 'folded' | 'exact') => parts.map((one) => one[form]).join(' ')

/** Published videos with captions of ten lines and so many tags each, as the pipeline, the desk and the index leave them. */
export function makeVideo(number: number, tagCount: number, corpus: Corpus, known: Known): Batch {
  const random = seeded(number * 7919)
  const pick = zipf(random)
  const id = `bench${String(number).padStart(12, '0')}`
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const topics = [...new Set([pick(known.topics), pick(known.topics)])]
  const laws = [pick(known.laws), pick(known.laws), any(known.laws)]
  const tags = Array.from({ length: tagCount }, (_, order) => ({
    id: `${id}t${order}`,
    video_id: id,
    law_id: laws[order % laws.length]!.id,
    article: String(1 + Math.floor(200 * random() ** 3)),
    clause: random() < 0.6 ? String(1 + Math.floor(random() * 6)) : null,
    point: null,
    start_seconds: order * 6,
    end_seconds: order * 6 + 5,
    role: 'teaches',
    as_of: '2026-10-01',
    needs_check: false,
    created_at: at,
    updated_at: at,
  }))
  const ties = tags.map(({ law_id: lawId, article, clause, point }) => ({ lawId, article, clause, point }))
  const title = any(corpus.titles)
  const description = [pick(corpus.sentences), pick(corpus.sentences), pick(corpus.sentences)]
  const cues = Array.from({ length: 10 }, () => pick(corpus.sentences))
  const texts: Record<(typeof searchFields)[number], Part[]> = {
    title: [title],
    laws: lawParts(tags, laws),
    topics: topics.map((topic) => knownPart(`${topic.name} · ${topic.name_en}`)),
    description,
    captions: cues,
  }
  const document: Record<string, string> = { video_id: id }
  for (const field of searchFields) {
    document[field] = joined(texts[field], 'folded')
    document[`${field}_exact`] = joined(texts[field], 'exact')
  }
  const audience = [any(audiences)]
  const revision = { durationSeconds: 20 + Math.floor(random() * 500), orientation: orientation(random()) }
  const facets = facetTermsOf(
    { topicIds: topics.map((one) => one.id), agencyId: any(known.agencyIds), audiences: audience, revision },
    ties
  )
  const { words, marks } = entryTerms(searchFields, document, ties, facets)
  return {
    videos: [
      {
        id,
        slug: id,
        title: title.text,
        description: description.map(({ text }) => text).join(' '),
        audiences: JSON.stringify(audience),
        owner_id: known.ownerId,
        agency_id: facets.find((term) => term.startsWith('agency_'))!.slice('agency_'.length),
        status: 'published',
        current_revision_id: `${id}r`,
        published_at: at,
        created_at: at,
        updated_at: at,
      },
    ],
    revisions: [
      {
        id: `${id}r`,
        video_id: id,
        number: 1,
        source_key: `private/sources/${id}`,
        source_filename: 'tieu-pham.mp4',
        source_size_bytes: 1000,
        duration_seconds: revision.durationSeconds,
        orientation: revision.orientation,
        has_audio: true,
        is_public: true,
        files: JSON.stringify({ playlist: 'master.m3u8', poster: 'poster.jpg' }),
        received_at: at,
      },
    ],
    video_topics: topics.map((topic) => ({ video_id: id, topic_id: topic.id })),
    tags,
    caption_tracks: [
      {
        id: `${id}c`,
        video_id: id,
        lang: 'vi',
        label: 'Tiếng Việt',
        kind: 'captions',
        web_vtt: webVtt(cues),
        needs_check: false,
        updated_at: at,
      },
    ],
    search_documents: [document],
    search_entries: [
      {
        id: number,
        video_id: id,
        title: document.title,
        title_exact: document.title_exact,
        facets: facets.join(' '),
      },
    ],
    search_terms: [{ id: number, words, marks }],
  }
}

const orientation = (chance: number) => (chance < 0.5 ? 'portrait' : chance < 0.95 ? 'landscape' : 'square')

const webVtt = (cues: Part[]) =>
  [
    'WEBVTT',
    ...cues.map(({ text }, order) => `00:${two(order * 5)}.000 --> 00:${two(order * 5 + 4)}.500\n${text}`),
  ].join('\n\n')
const two = (value: number) => String(value).padStart(2, '0')

const parts = new Map<string, Part>()
function knownPart(text: string): Part {
  const found = parts.get(text) ?? part(text)
  parts.set(text, found)
  return found
}

function lawParts(
  tags: { law_id: string; article: string; clause: string | null }[],
  laws: Known['laws']
): Part[] {
  const byId = new Map(laws.map((law) => [law.id, law]))
  return tags.flatMap(({ law_id: lawId, article, clause }) => {
    const { title, number } = byId.get(lawId)!
    return [
      ...(clause ? [knownPart(`khoản ${clause}`)] : []),
      knownPart(`Điều ${article}`),
      knownPart(`${title} · ${title} · ${number}`),
    ]
  })
}
