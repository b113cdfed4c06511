import type { Tag, TagSuggestion } from '../api/types.js'
import type { Marks } from './marks.js'

/** One place of one provision: what is accepted. Dismissing is about the provision, wherever it is said. */
export const placeOf = ({ key, startSeconds }: TagSuggestion) => `${key}@${startSeconds ?? ''}`

/** What is still to be decided. */
export function openSuggestions(
  all: readonly TagSuggestion[],
  dismissed: ReadonlySet<string>,
  accepted: ReadonlySet<string>
): TagSuggestion[] {
  return all.filter((one) => !dismissed.has(one.key) && !accepted.has(placeOf(one)))
}

/** The tag that a suggestion becomes: at the seconds of its cue; what is only written takes the marked ones, if there are. */
export function tagOf(suggestion: TagSuggestion, marks: Marks): Omit<Tag, 'id'> {
  const { law, article, clause, point, citation, startSeconds, endSeconds } = suggestion
  const span = startSeconds === null ? marks : { startSeconds, endSeconds }
  return { law, article, clause, point, citation, ...span, role: 'teaches', needsCheck: false }
}

/** The place in the list after it has changed: where the one that was current is, or what came in its stead. */
export function currentAfter(open: readonly TagSuggestion[], key: string | null, at: number): number {
  const found = open.findIndex((one) => one.key === key)
  return found >= 0 ? found : Math.max(0, Math.min(at, open.length - 1))
}
