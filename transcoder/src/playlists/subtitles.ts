export interface SubtitleRendition {
  /** BCP 47; one rendition a language. */
  language: string
  /** What a player's menu shows. */
  name: string
  uri: string
  /** Also says what is heard beside the words, for those who do not hear it. */
  describesSound: boolean
}

const group = 'subtitles'
const forTheDeaf =
  'public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound'

/**
 * A multivariant playlist with these subtitles and no others, whatever it had: captions come, change and
 * go after a tree was made. Never DEFAULT, so that nobody gets captions unasked; AUTOSELECT, so that a
 * device whose owner always wants them shows them (RFC 8216bis, 4.4.6.1).
 */
export function withSubtitles(multivariant: string, renditions: SubtitleRendition[]): string {
  const bare = multivariant
    .split('\n')
    .filter((line) => !line.startsWith('#EXT-X-MEDIA:TYPE=SUBTITLES'))
    .map((line) => line.replace(`,SUBTITLES="${group}"`, ''))
  if (renditions.length === 0) return bare.join('\n')
  const isVariant = (line: string) => line.startsWith('#EXT-X-STREAM-INF:')
  const first = bare.findIndex((line) => isVariant(line) || line.startsWith('#EXT-X-MEDIA:'))
  const lines = bare.map((line) => (isVariant(line) ? `${line},SUBTITLES="${group}"` : line))
  return [...lines.slice(0, first), ...ownNames(renditions).map(mediaLine), ...lines.slice(first)].join('\n')
}

/** No two of one name (4.4.6.1.1). */
function ownNames(renditions: SubtitleRendition[]): SubtitleRendition[] {
  const isShared = ({ name }: SubtitleRendition) => renditions.filter((one) => one.name === name).length > 1
  return renditions.map((one) => (isShared(one) ? { ...one, name: `${one.name} (${one.language})` } : one))
}

function mediaLine({ language, name, uri, describesSound }: SubtitleRendition): string {
  return `#EXT-X-MEDIA:${[
    'TYPE=SUBTITLES',
    `GROUP-ID="${group}"`,
    `NAME="${name.replace(/["\r\n]/g, ' ')}"`,
    `LANGUAGE="${language}"`,
    'DEFAULT=NO',
    'AUTOSELECT=YES',
    'FORCED=NO',
    ...(describesSound ? [`CHARACTERISTICS="${forTheDeaf}"`] : []),
    `URI="${uri}"`,
  ].join(',')}`
}

/**
 * The media playlist of one WebVTT file. One long segment: the whole text of a skit is smaller than a second
 * of its picture, a change writes one file, and 6.2.4 lets subtitles have a target duration of their own.
 */
export function subtitlePlaylist({ uri, durationSeconds }: { uri: string; durationSeconds: number }): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.round(durationSeconds))}`,
    '#EXT-X-MEDIA-SEQUENCE:1',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${durationSeconds.toFixed(6)},`,
    uri,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

/** 3.1.4: says that the cues' clock is the media's, which begins at 0 in every rendition of ours. */
export function webVttSegment(webVtt: string): string {
  return webVtt.replace(/^WEBVTT.*/, 'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000')
}
