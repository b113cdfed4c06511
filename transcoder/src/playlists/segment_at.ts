export interface SegmentAt {
  initUri: string
  uri: string
  /** From the segment's beginning. */
  offsetSeconds: number
}

/** A hundredth of what a person can point at: the digits that a playlist leaves out. */
const roundingSeconds = 0.0001

/** Pure: where in one of our media playlists a second lies; the last segment for what lies beyond it. Null without segments. */
export function segmentAt(mediaPlaylist: string, seconds: number): SegmentAt | null {
  const initUri = /#EXT-X-MAP:URI="([^"]+)"/.exec(mediaPlaylist)?.[1]
  const segments = [...mediaPlaylist.matchAll(/#EXTINF:([\d.]+),\n([^#\n]+)/g)]
  if (!initUri || segments.length === 0) return null
  let startSeconds = 0
  for (const [index, [, duration, uri]] of segments.entries()) {
    const endSeconds = startSeconds + Number(duration)
    if (seconds + roundingSeconds < endSeconds || index === segments.length - 1) {
      const offsetSeconds = Math.min(Math.max(0, seconds - startSeconds), Number(duration))
      return { initUri, uri: uri!, offsetSeconds }
    }
    startSeconds = endSeconds
  }
  return null
}
