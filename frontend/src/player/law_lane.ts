import type { Tag } from '../api/types.js'

/** How long a tag with a beginning and no end is taken to last. */
const OPEN_TAG_SECONDS = 10

export interface LaneSegment {
  tag: Tag
  startSeconds: number
  endSeconds: number
  /** 0 is the upper row; segments that overlap in time lie in different rows. */
  row: number
}

/** The tags that have a place in time, in its order, packed into as few rows as they need. */
export function laneSegments(tags: Tag[], durationSeconds: number): LaneSegment[] {
  const rowEnds: number[] = []
  return timed(tags).map((tag) => {
    const startSeconds = Math.min(tag.startSeconds, durationSeconds)
    const endSeconds = Math.min(endOf(tag), durationSeconds)
    const free = rowEnds.findIndex((end) => end <= startSeconds)
    const row = free === -1 ? rowEnds.length : free
    rowEnds[row] = endSeconds
    return { tag, startSeconds, endSeconds, row }
  })
}

/** The tags that are being spoken of at a second, the one that began last first. */
export function tagsAt(tags: Tag[], seconds: number): Tag[] {
  return timed(tags)
    .filter((tag) => tag.startSeconds <= seconds && seconds < endOf(tag))
    .reverse()
}

/** Ties to the whole video. */
export function untimedTags(tags: Tag[]): Tag[] {
  return tags.filter((tag) => tag.startSeconds === null)
}

type TimedTag = Tag & { startSeconds: number }

function timed(tags: Tag[]): TimedTag[] {
  return tags
    .filter((tag): tag is TimedTag => tag.startSeconds !== null)
    .sort((a, b) => a.startSeconds - b.startSeconds)
}

function endOf(tag: TimedTag): number {
  return Math.max(tag.endSeconds ?? tag.startSeconds + OPEN_TAG_SECONDS, tag.startSeconds)
}
