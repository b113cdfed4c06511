export interface PlaylistSegment {
  uri: string
  durationSeconds: number
  sizeBytes: number
}

export interface MediaPlaylist {
  segments: { uri: string; durationSeconds: number }[]
  targetDurationSeconds: number
  /** EVENT while more segments may come, VOD once they cannot. */
  type: 'EVENT' | 'VOD'
  /** Whether the last segment is there; VOD playlists always are. */
  ended: boolean
  initUri: string
}

/**
 * A media playlist, RFC 8216bis section 4.4. Each segment starts with an IDR frame (or is sound),
 * so the multivariant playlist says EXT-X-INDEPENDENT-SEGMENTS for all (4.4.2.1).
 */
export function mediaPlaylist(playlist: MediaPlaylist): string {
  return [
    '#EXTM3U',
    // EXT-X-MAP outside I-frame playlists needs version 6 (section 8); 7 is what CMAF players expect.
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${playlist.targetDurationSeconds}`,
    '#EXT-X-MEDIA-SEQUENCE:1',
    `#EXT-X-PLAYLIST-TYPE:${playlist.type}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${playlist.initUri}"`,
    ...playlist.segments.flatMap(({ uri, durationSeconds }) => [
      `#EXTINF:${durationSeconds.toFixed(6)},`,
      uri,
    ]),
    ...(playlist.ended || playlist.type === 'VOD' ? ['#EXT-X-ENDLIST'] : []),
    '',
  ].join('\n')
}

/**
 * An I-frame playlist (4.4.3.6) over the same segments: of each, the part up to the end of its first
 * picture, for moving quickly and for pictures on a scrub bar.
 */
export function iFramePlaylist(playlist: {
  segments: { uri: string; durationSeconds: number; firstSampleEndBytes: number }[]
  targetDurationSeconds: number
  initUri: string
}): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${playlist.targetDurationSeconds}`,
    '#EXT-X-MEDIA-SEQUENCE:1',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-I-FRAMES-ONLY',
    `#EXT-X-MAP:URI="${playlist.initUri}"`,
    ...playlist.segments.flatMap(({ uri, durationSeconds, firstSampleEndBytes }) => [
      `#EXTINF:${durationSeconds.toFixed(6)},`,
      `#EXT-X-BYTERANGE:${firstSampleEndBytes}@0`,
      uri,
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

/**
 * 4.4.3.1: no segment's duration, rounded to the nearest second, may exceed the target duration.
 *
 * @param atLeastSeconds what segments yet to come may take (an EVENT playlist's may not change)
 */
export function targetDuration(segments: { durationSeconds: number }[], atLeastSeconds = 1): number {
  return segments.reduce(
    (target, { durationSeconds }) => Math.max(target, Math.round(durationSeconds)),
    atLeastSeconds
  )
}
