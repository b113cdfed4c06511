import type { LegalDay } from '#app/core/legal_day'
import { parseCitations, type ParsedCitation } from '#app/laws/citations/parse_citations'
import { tagTargets } from '#app/laws/citations/tag_targets'
import type Law from '#app/laws/law'
import type { LawRecord } from '#app/laws/law_record'
import { overlaps, type Provision } from '#app/laws/provision'
import type { Wanted } from './search_index.js'
import { aroundTerms, facetTerm, insideTerm } from './terms.js'

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

/** A range of articles may name hundreds; a query that lists so many is no search for one of them. */
const mostProvisions = 50

/**
 * What is looked for in turn: ties to the cited provision itself or a part of it, then to a whole around it, then to
 * anything else in the law.
 */
export function turnsOfCitation({ law, provisions }: CitedProvision): Wanted[] {
  const cited = provisions.slice(0, mostProvisions)
  return [
    { any: cited.map((provision) => insideTerm(law.id, provision)) },
    { any: [...new Set(cited.flatMap((provision) => aroundTerms(law.id, provision)))] },
    facetTerm('law', law.id),
  ]
}
