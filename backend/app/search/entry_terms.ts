import type { Provision } from '#app/laws/provision'
import {
  asSpelled,
  asSpelledInTitle,
  facetTerm,
  inTitle,
  lengthOf,
  tieTerms,
  type FacetName,
} from './terms.js'

export interface Faceted {
  topicIds: number[]
  agencyId: string | null
  audiences: readonly string[]
  revision: { durationSeconds: number | null; orientation: string | null } | null
}

type Tie = Provision & { lawId: string }

/** What lists of found videos are narrowed and counted by. */
export function facetTermsOf({ topicIds, agencyId, audiences, revision }: Faceted, ties: Tie[]): string[] {
  const length = revision?.durationSeconds == null ? null : lengthOf(revision.durationSeconds)
  const values: [FacetName, (string | number | null | undefined)[]][] = [
    ['topic', topicIds],
    ['agency', [agencyId]],
    ['audience', [...audiences]],
    ['length', [length]],
    ['orientation', [revision?.orientation]],
    ['law', ties.map(({ lawId }) => lawId)],
  ]
  return values.flatMap(([name, all]) =>
    [...new Set(all)].filter((value) => value != null).map((value) => facetTerm(name, value))
  )
}

/** Between the fields, so that no phrase runs on from one into the next. */
const gap = '_'

/** The terms of a video, of the texts that `search_documents` keeps (by field, and `…_exact`). */
export function entryTerms(
  fields: readonly string[],
  row: Record<string, string>,
  ties: Tie[],
  facets: string[]
) {
  const syllables = (column: string) => (row[column] ? row[column].split(' ') : [])
  const folded = fields.flatMap((field) => [...syllables(field), gap])
  const exact = fields.flatMap((field) => syllables(`${field}_exact`))
  const marks = [
    ...exact.map(asSpelled),
    ...syllables('title_exact').map(asSpelledInTitle),
    ...facets,
    ...ties.flatMap((tie) => tieTerms(tie.lawId, tie)),
  ]
  return { words: [...folded, ...syllables('title').map(inTitle)], marks: [...new Set(marks)] }
}
