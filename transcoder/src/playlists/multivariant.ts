export interface VideoVariant {
  kind: 'video'
  name: string
  uri: string
  codecs: string
  width: number
  height: number
  frameRate: number
  /** Of this rendition alone; its sound is added here. */
  bandwidthBps: number
  averageBandwidthBps: number
}

export interface AudioVariant {
  kind: 'audio'
  name: string
  uri: string
  codecs: string
  channels: number
  language: string | null
  bandwidthBps: number
  averageBandwidthBps: number
}

export interface IFrameVariant {
  kind: 'iframes'
  uri: string
  codecs: string
  width: number
  height: number
  bandwidthBps: number
  averageBandwidthBps: number
}

const audioGroup = 'sound'

/**
 * The multivariant playlist, RFC 8216bis 4.4.6, variants in the order given (a player may start with
 * the first). Each names the one group of sound, whose rates are added to its own.
 */
export function multivariantPlaylist(renditions: (VideoVariant | AudioVariant | IFrameVariant)[]): string {
  const videos = renditions.filter((rendition) => rendition.kind === 'video')
  const audios = renditions.filter((rendition) => rendition.kind === 'audio')
  const iFrames = renditions.filter((rendition) => rendition.kind === 'iframes')
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    // Sound alone is a presentation too (a skit with a made poster); of one language it needs no choice.
    ...(videos.length > 0 || audios.length > 1 ? audios.map(audioLine) : []),
    ...videos.flatMap((video) => [variantLine(video, audios), video.uri]),
    ...iFrames.map(iFrameLine),
    ...(videos.length === 0 && audios[0] ? [soundLine(audios), audios[0].uri] : []),
    '',
  ].join('\n')
}

function audioLine(audio: AudioVariant, index: number): string {
  return `#EXT-X-MEDIA:${attributes([
    ['TYPE', 'AUDIO'],
    ['GROUP-ID', quoted(audioGroup)],
    ['NAME', quoted(audio.name)],
    ['LANGUAGE', audio.language ? quoted(audio.language) : null],
    ['DEFAULT', index === 0 ? 'YES' : 'NO'],
    ['AUTOSELECT', 'YES'],
    ['CHANNELS', quoted(String(audio.channels))],
    ['URI', quoted(audio.uri)],
  ])}`
}

function variantLine(video: VideoVariant, audios: AudioVariant[]): string {
  const most = (pick: (audio: AudioVariant) => number) => Math.max(0, ...audios.map(pick))
  const codecs = [video.codecs, ...new Set(audios.map((audio) => audio.codecs))].join(',')
  return `#EXT-X-STREAM-INF:${attributes([
    ['BANDWIDTH', String(video.bandwidthBps + most((audio) => audio.bandwidthBps))],
    ['AVERAGE-BANDWIDTH', String(video.averageBandwidthBps + most((audio) => audio.averageBandwidthBps))],
    ['CODECS', quoted(codecs)],
    ['RESOLUTION', `${video.width}x${video.height}`],
    ['FRAME-RATE', video.frameRate.toFixed(3)],
    ['AUDIO', audios.length > 0 ? quoted(audioGroup) : null],
    // 4.4.6.2: NONE keeps a player from looking for captions inside the picture.
    ['CLOSED-CAPTIONS', 'NONE'],
  ])}`
}

/** 4.4.6.3: stands alone, without a line for its URI. */
function iFrameLine(variant: IFrameVariant): string {
  return `#EXT-X-I-FRAME-STREAM-INF:${attributes([
    ['BANDWIDTH', String(variant.bandwidthBps)],
    ['AVERAGE-BANDWIDTH', String(variant.averageBandwidthBps)],
    ['CODECS', quoted(variant.codecs)],
    ['RESOLUTION', `${variant.width}x${variant.height}`],
    ['URI', quoted(variant.uri)],
  ])}`
}

/** One variant: were there one for each language, a player would change the language with the line. */
function soundLine(audios: AudioVariant[]): string {
  const most = (pick: (audio: AudioVariant) => number) => Math.max(...audios.map(pick))
  return `#EXT-X-STREAM-INF:${attributes([
    ['BANDWIDTH', String(most((audio) => audio.bandwidthBps))],
    ['AVERAGE-BANDWIDTH', String(most((audio) => audio.averageBandwidthBps))],
    ['CODECS', quoted([...new Set(audios.map((audio) => audio.codecs))].join(','))],
    ['AUDIO', audios.length > 1 ? quoted(audioGroup) : null],
  ])}`
}

function attributes(list: [name: string, value: string | null][]): string {
  return list.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join(',')
}

/** 4.2: a quoted string holds neither quotes nor line breaks. */
function quoted(text: string): string {
  return `"${text.replace(/["\r\n]/g, ' ')}"`
}
