import { contains, type Provision } from '#app/laws/provision'

/** What is known of a tag here. */
export interface Tied extends Provision {
  lawId: string
  startSeconds: number | null
  endSeconds: number | null
}

interface Seconds {
  startSeconds: number | null
  endSeconds: number | null
}

/**
 * Whether a tag says it already: the same provision or, more exactly, a part of it, at seconds that meet those of the
 * mention. A mention without seconds (title, description) is said by a tag anywhere in the video.
 */
export function isTagged(target: Provision & { lawId: string }, seconds: Seconds, tags: Tied[]): boolean {
  return tags.some((tag) => tag.lawId === target.lawId && contains(target, tag) && meet(tag, seconds))
}

function meet(tag: Tied, { startSeconds, endSeconds }: Seconds): boolean {
  if (startSeconds === null || tag.startSeconds === null) return true
  const tagEnd = tag.endSeconds ?? Infinity
  return tag.startSeconds < (endSeconds ?? startSeconds) && startSeconds < tagEnd
}
