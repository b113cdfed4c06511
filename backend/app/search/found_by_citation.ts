import type { LegalDay } from '#app/core/legal_day'
import { parseCitations, type ParsedCitation } from '#app/laws/citations/parse_citations'
import { tagTargets } from '#app/laws/citations/tag_targets'
import type Law from '#app/laws/law'
import type { LawRecord } from '#app/laws/law_record'
import { contains, overlaps, type Provision } from '#app/laws/provision'
import Tag from '#app/tags/tag'
import { onlyListed } from '#app/videos/listed'

/** A query that reads as a citation of a document in the record. */
export interface CitedProvision {
  citation: ParsedCitation
  law: Law
  /** Empty where the document as a whole is cited. */
  provisions: Provision[]
  /** Whether this place lies in what is cited, or around it. */
  includes(place: Provision): boolean
}

export function readCitation(text: string, record: LawRecord, day: LegalDay): ParsedCitation | null {
  const found = parseCitations(text, record.citationIndex, { asOf: day })
  return found.find((one) => one.law !== null) ?? found[0] ?? null
}

export function citedProvision(citation: ParsedCitation | null, record: LawRecord): CitedProvision | null {
  const law = citation?.law && record.byId.get(citation.law.id)
  if (!law) return null
  const provisions = tagTargets(citation)
    .map(({ article = null, clause = null, point = null }) => ({ article, clause, point }))
    .filter(({ article, clause, point }) => article || clause || point)
  const includes = (place: Provision) => provisions.some((provision) => overlaps(provision, place))
  return { citation, law, provisions, includes }
}

/**
 * Ids of listed videos: first those that are tied to the cited provision itself or a part of it, then those tied to
 * a whole around it, then those tied to anything else in the law.
 */
export async function foundByCitation({ law, provisions }: CitedProvision): Promise<string[]> {
  const tags = await Tag.query()
    .where('lawId', law.id)
    .whereIn('videoId', (videos) => void onlyListed(videos.from('videos').select('id')))
    .orderBy('createdAt')
    .orderBy('id')
  const nearness = (tag: Tag) => {
    if (provisions.some((provision) => contains(provision, tag))) return 0
    return tag.article && provisions.some((provision) => contains(tag, provision)) ? 1 : 2
  }
  const ordered = tags.map((tag) => ({ tag, rank: nearness(tag) })).sort((a, b) => a.rank - b.rank)
  return [...new Set(ordered.map(({ tag }) => tag.videoId))]
}
