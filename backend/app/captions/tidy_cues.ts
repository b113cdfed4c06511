import type { Cue } from './read_captions.js'

/** What had to be put right in a file, in cues. */
export interface Repairs {
  /** Stood before an earlier one. */
  reordered: number
  /** Ended after the next had begun, and now ends there. */
  shortened: number
  /** Began with another, and now shares its time. */
  merged: number
  /** Had no text or no time. */
  dropped: number
}

/** Two cues that begin within this are said at once. */
const sameBeginningSeconds = 0.3

/** In the order of their beginning, no two at a time. */
export function tidyCues(given: Cue[]): { cues: Cue[]; repairs: Omit<Repairs, 'dropped'> } {
  const repairs = { reordered: 0, shortened: 0, merged: 0 }
  given.forEach((cue, at) => {
    if (at > 0 && cue.startSeconds < given[at - 1]!.startSeconds) repairs.reordered++
  })
  const cues: Cue[] = []
  for (const cue of given.toSorted(
    (a, b) => a.startSeconds - b.startSeconds || a.endSeconds - b.endSeconds
  )) {
    const before = cues.at(-1)
    if (!before || cue.startSeconds >= before.endSeconds) cues.push({ ...cue })
    else if (cue.startSeconds - before.startSeconds >= sameBeginningSeconds) {
      before.endSeconds = cue.startSeconds
      repairs.shortened++
      cues.push({ ...cue })
    } else {
      if (!before.text.split('\n').includes(cue.text)) before.text += `\n${cue.text}`
      before.endSeconds = Math.max(before.endSeconds, cue.endSeconds)
      repairs.merged++
    }
  }
  return { cues, repairs }
}
