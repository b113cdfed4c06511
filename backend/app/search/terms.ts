import type { Provision } from '#app/laws/provision'

/**
 * What the inverted index knows of a video, in terms that say by their form what they are. A syllable as it is typed holds
 * no low line, so nothing that anybody types is ever taken for another kind of term.
 *
 *   dat            said anywhere, folded          t_dat      in the title, folded
 *   x_đât5         said anywhere, as spelled      tx_đât5    in the title, as spelled
 *   topic_12 agency_<id> audience_<name> length_<name> orientation_<name> law_<id>
 *   in_<law>_a8_c2_pa   tied to this provision or to a part of it        at_<law>_a8   tied to this one itself
 */
export const inTitle = (folded: string) => `t_${folded}`
export const asSpelled = (exact: string) => `x_${exact}`
export const asSpelledInTitle = (exact: string) => `tx_${exact}`

export const facetNames = ['topic', 'agency', 'audience', 'length', 'orientation', 'law'] as const
export type FacetName = (typeof facetNames)[number]
export const facetTerm = (name: FacetName, value: string | number) => `${name}_${value}`

/** The facet and the value that a term stands for. */
export function readFacetTerm(term: string): [FacetName, string] {
  const at = term.indexOf('_')
  return [term.slice(0, at) as FacetName, term.slice(at + 1)]
}

const steps = ({ article, clause, point }: Provision): string[] => [
  ...(article ? [`a${article}`] : []),
  ...(clause ? [`c${clause}`] : []),
  ...(point ? [`p${point}`] : []),
]
const place = (lawId: string, path: string[]) => [lawId, ...path].join('_').toLowerCase()

/** Tied to the provision, or to a part of it. */
export const insideTerm = (lawId: string, provision: Provision) => `in_${place(lawId, steps(provision))}`

/** Tied to a whole around the provision, its article say, and to no part of that. */
export function aroundTerms(lawId: string, provision: Provision): string[] {
  const path = steps(provision)
  return path.slice(1).map((_, at) => `at_${place(lawId, path.slice(0, at + 1))}`)
}

/** What a tie to the provision puts into the index. A point is also looked for without its clause. */
export function tieTerms(lawId: string, provision: Provision): string[] {
  const path = steps(provision)
  if (!path.length) return []
  const { article, clause, point } = provision
  return [
    `at_${place(lawId, path)}`,
    ...path.map((_, at) => `in_${place(lawId, path.slice(0, at + 1))}`),
    ...(clause && point ? [insideTerm(lawId, { article, clause: null, point })] : []),
  ]
}

/** How long skits are: `short` under a minute, `medium` up to five, `long` from there on. */
export const lengths = ['short', 'medium', 'long'] as const
export type Length = (typeof lengths)[number]

/** Seconds: from this on, and below that. */
export const lengthRanges: Record<Length, readonly [number, number | null]> = {
  short: [0, 60],
  medium: [60, 300],
  long: [300, null],
}

export function lengthOf(durationSeconds: number): Length {
  return lengths.findLast((length) => durationSeconds >= lengthRanges[length][0]) ?? 'short'
}
