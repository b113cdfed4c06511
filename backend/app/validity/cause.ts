import type { LegalDay } from '#app/core/legal_day'
import type { Banner, BannerKind } from '#app/laws/banners'
import type { Because } from '#app/laws/validity'

/** What is said to viewers and asked of editors: the changes of a law that touch a tag. */
export const changeKinds = ['replaced', 'repealed', 'expired', 'suspended', 'outdated', 'amended'] as const
/** What only editors are asked: about a document as a whole. */
export const documentKinds = ['scope_unknown', 'undated', 'label_disagrees'] as const
export const taskKinds = [...changeKinds, ...documentKinds, 'due'] as const

export type ChangeKind = (typeof changeKinds)[number]
export type DocumentKind = (typeof documentKinds)[number]
export type TaskKind = (typeof taskKinds)[number]

export interface Cause {
  kind: TaskKind
  /** The same for the same cause within one law, whatever its dates: a moved date makes no second task. */
  key: string
  /** The first day on which it acts. */
  since: LegalDay | null
  because: Because[]
  successorIds: string[]
}

const isChange = (kind: BannerKind): kind is ChangeKind => (changeKinds as readonly string[]).includes(kind)

export const isAboutDocument = (kind: TaskKind): kind is DocumentKind =>
  (documentKinds as readonly TaskKind[]).includes(kind)

/** The cause of a banner; null where a banner asks nothing of anybody, as of a law that is not yet in force. */
export function causeOfBanner({ kind, since, because, successorIds }: Banner): Cause | null {
  return isChange(kind) ? causeOf(kind, { since, because, successorIds }) : null
}

/** A relation is known by its kind and its source: one law does not do the same to another twice. */
export function causeOf(kind: TaskKind, facts: Omit<Cause, 'kind' | 'key'>): Cause {
  const relations = facts.because.map(({ relation, lawId }) => `${relation}:${lawId}`)
  const named = new Set(facts.because.map(({ lawId }) => lawId))
  const others = facts.successorIds.filter((id) => !named.has(id)).map((id) => `next:${id}`)
  return { kind, key: [kind, ...[...relations, ...others].sort()].join('|'), ...facts }
}
