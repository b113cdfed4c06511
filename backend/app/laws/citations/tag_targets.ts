import { THIS_VALUE } from './read_provision.js'
import type { ParsedCitation } from './parse_citations.js'

/** What one tag is tied to: a document of the record, or one provision of it. */
export interface TagTarget {
  lawId: string
  article?: string
  clause?: string
  point?: string
}

/** More tags than anybody places at once: a range of hundreds of articles is not meant so. */
export const MOST_TARGETS = 100

const named = (values: string[]) => (values.length ? values : [undefined])

/**
 * The provisions a citation names, one by one. Empty where its document is not in the record or it says
 * "this article"; at most `MOST_TARGETS`.
 */
export function tagTargets({ law, articles, clauses, points }: ParsedCitation): TagTarget[] {
  if (!law || [...articles, ...clauses].includes(THIS_VALUE)) return []
  const targets: TagTarget[] = []
  for (const article of named(articles)) {
    for (const clause of named(clauses)) {
      for (const point of named(points)) {
        if (targets.length === MOST_TARGETS) return targets
        targets.push({
          lawId: law.id,
          ...(article && { article }),
          ...(clause && { clause }),
          ...(point && { point }),
        })
      }
    }
  }
  return targets
}
