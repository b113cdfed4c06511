import type { Tag } from '../api/types.js'

export interface Chapter {
  startSeconds: number
  endSeconds: number
  /** The tags that begin here; none in what comes before the first. */
  tags: Tag[]
}

/** A part before the first tag that is shorter than this belongs to it. */
const shortestOpeningSeconds = 2

/** The video in parts that begin where tags begin, in order and without gaps; none where no tag has its second. */
export function chaptersOf(tags: Tag[], durationSeconds: number): Chapter[] {
  const byStart = new Map<number, Tag[]>()
  for (const tag of tags) {
    if (tag.startSeconds === null || tag.startSeconds >= durationSeconds) continue
    byStart.set(tag.startSeconds, [...(byStart.get(tag.startSeconds) ?? []), tag])
  }
  const starts = [...byStart.keys()].sort((a, b) => a - b)
  const [first] = starts
  if (first === undefined) return []
  const opening: Chapter[] =
    first >= shortestOpeningSeconds ? [{ startSeconds: 0, endSeconds: first, tags: [] }] : []
  const told = starts.map((startSeconds, index) => ({
    startSeconds: opening.length === 0 && index === 0 ? 0 : startSeconds,
    endSeconds: starts[index + 1] ?? durationSeconds,
    tags: byStart.get(startSeconds) ?? [],
  }))
  return [...opening, ...told]
}

/** Index of the chapter at a second; -1 where there are none. */
export function chapterAt(chapters: Chapter[], seconds: number): number {
  return chapters.findLastIndex(({ startSeconds }) => startSeconds <= seconds)
}

/** As with tracks of a disc: back goes to the beginning of this one first, and only then to the one before. */
const patienceSeconds = 2

/** Where one gets by stepping a chapter on or back; null where there is none in that direction. */
export function chapterStep(chapters: Chapter[], seconds: number, direction: 1 | -1): number | null {
  const at = chapterAt(chapters, seconds)
  if (direction === 1) return chapters[at + 1]?.startSeconds ?? null
  const here = chapters[at]
  if (!here) return null
  if (seconds - here.startSeconds > patienceSeconds) return here.startSeconds
  return chapters[at - 1]?.startSeconds ?? here.startSeconds
}
