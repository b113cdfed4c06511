import type { AudioSource, Fraction, SourceProbe, VideoSource } from './source_probe.js'
import { storedOrientation } from './orientation.js'

/** The part of ffprobe's JSON that is read; every field may be missing in a hostile file. */
export interface ProbeJson {
  format?: { format_name?: string; duration?: string; start_time?: string }
  streams?: ProbeStreamJson[]
}

export interface ProbeStreamJson {
  index: number
  id?: string
  level?: number
  codec_type?: string
  codec_name?: string
  profile?: string
  pix_fmt?: string
  width?: number
  height?: number
  sample_aspect_ratio?: string
  r_frame_rate?: string
  avg_frame_rate?: string
  field_order?: string
  color_range?: string
  color_space?: string
  color_transfer?: string
  color_primaries?: string
  bits_per_raw_sample?: string
  bit_rate?: string
  duration?: string
  start_time?: string
  channels?: number
  channel_layout?: string
  sample_rate?: string
  disposition?: Record<string, number>
  tags?: Record<string, string>
  side_data_list?: { side_data_type?: string; displaymatrix?: string }[]
}

/** Below this a picture is a placeholder track if the file has a better one. */
const smallestRealSide = 64

/** Pure: ffprobe's JSON → what planning needs. */
export function readProbe(json: ProbeJson, file: { path: string; sizeBytes: number }): SourceProbe {
  const streams = json.streams ?? []
  const startSeconds = Number(json.format?.start_time) || 0
  const audioTracks = streams
    .filter((stream) => stream.codec_type === 'audio')
    .map((stream) => readAudio(stream, startSeconds))
  const isIndexed = json.format?.format_name?.split(',').includes('mp4') ?? false
  const video = chooseVideo(streams, { startSeconds, isIndexed })
  return {
    ...file,
    formatName: json.format?.format_name ?? 'unknown',
    durationSeconds: positive(json.format?.duration) ?? video?.durationSeconds ?? null,
    startSeconds,
    video,
    audio: chooseAudio(audioTracks),
    audioTracks,
    streamCount: streams.length,
  }
}

/** The default picture, else the first; attached covers never, placeholders only where nothing else is. */
function chooseVideo(streams: ProbeStreamJson[], container: ContainerFacts): VideoSource | null {
  const pictures = streams.filter(
    ({ codec_type, disposition }) =>
      codec_type === 'video' && !disposition?.attached_pic && !disposition?.timed_thumbnails
  )
  const real = pictures.filter(({ width, height }) => Math.min(width ?? 0, height ?? 0) >= smallestRealSide)
  const candidates = real.length > 0 ? real : pictures.filter(({ width, height }) => width && height)
  const chosen = candidates.find(({ disposition }) => disposition?.default) ?? candidates[0]
  return chosen ? readVideo(chosen, container) : null
}

/** The default sound that can be decoded, else any that can; none costs only the sound. */
function chooseAudio(tracks: AudioSource[]): AudioSource | null {
  const decodable = tracks.filter((track) => track.decodable)
  return decodable.find((track) => track.isDefault) ?? decodable[0] ?? null
}

interface ContainerFacts {
  startSeconds: number
  /** Whether a stream's id is that of a track. */
  isIndexed: boolean
}

function readVideo(stream: ProbeStreamJson, container: ContainerFacts): VideoSource {
  const pixelFormat = stream.pix_fmt ?? 'unknown'
  const transfer = known(stream.color_transfer)
  return {
    index: stream.index,
    trackId: container.isIndexed ? Number(stream.id) || null : null,
    codec: stream.codec_name ?? 'unknown',
    profile: stream.profile ?? null,
    level: stream.level && stream.level > 0 ? stream.level : null,
    pixelFormat,
    bitDepth: Number(stream.bits_per_raw_sample) || depthOf(pixelFormat),
    width: stream.width ?? 0,
    height: stream.height ?? 0,
    sampleAspect: fraction(stream.sample_aspect_ratio, ':') ?? { numerator: 1, denominator: 1 },
    orientation: storedOrientation(
      stream.side_data_list?.find(({ displaymatrix }) => displaymatrix)?.displaymatrix
    ),
    averageFrameRate: fraction(stream.avg_frame_rate, '/'),
    nominalFrameRate: fraction(stream.r_frame_rate, '/'),
    usualIntervalSeconds: null,
    interlaced: ['tt', 'bb', 'tb', 'bt'].includes(stream.field_order ?? ''),
    isProgressive: stream.field_order === 'progressive',
    fullRange: stream.color_range === 'pc' || pixelFormat.startsWith('yuvj'),
    colourMatrix: known(stream.color_space),
    colourTransfer: transfer,
    colourPrimaries: known(stream.color_primaries),
    dynamicRange: transfer === 'arib-std-b67' ? 'hlg' : transfer === 'smpte2084' ? 'pq' : 'sdr',
    hasAlpha:
      /^(yuva|rgba|bgra|argb|abgr|gbrap|ya\d|pal8)/.test(pixelFormat) || stream.tags?.alpha_mode === '1',
    startSeconds: (Number(stream.start_time) || 0) - container.startSeconds,
    durationSeconds: positive(stream.duration),
    bitrateBps: positive(stream.bit_rate),
  }
}

function readAudio(stream: ProbeStreamJson, containerStart: number): AudioSource {
  const codec = stream.codec_name ?? 'unknown'
  const channels = stream.channels ?? 0
  const sampleRateHz = Number(stream.sample_rate) || 0
  return {
    index: stream.index,
    codec,
    decodable: codec !== 'unknown' && codec !== 'none' && channels > 0 && sampleRateHz > 0,
    channels,
    channelLayout: known(stream.channel_layout),
    sampleRateHz,
    language: languageTag(stream.tags?.language),
    title: stream.tags?.title?.trim().slice(0, 80) || null,
    isDefault: stream.disposition?.default === 1,
    startSeconds: Math.max(0, (Number(stream.start_time) || containerStart) - containerStart),
    durationSeconds: positive(stream.duration),
    bitrateBps: positive(stream.bit_rate),
  }
}

/** Containers name languages by ISO 639-2 (`vie`), playlists by BCP 47 (`vi`). */
function languageTag(text: string | undefined): string | null {
  if (!text || !/^[a-z]{2,3}$/i.test(text) || ['und', 'mul', 'zxx', 'mis'].includes(text.toLowerCase()))
    return null
  return Intl.getCanonicalLocales(text)[0] ?? null
}

function fraction(text: string | undefined, separator: string): Fraction | null {
  const [numerator = 0, denominator = 0] = (text ?? '').split(separator).map(Number)
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : null
}

function positive(text: string | undefined): number | null {
  const value = Number(text)
  return value > 0 && Number.isFinite(value) ? value : null
}

function known(text: string | undefined): string | null {
  return !text || text === 'unknown' || text === 'reserved' ? null : text
}

function depthOf(pixelFormat: string): number {
  const match = /(?:p|gray)(9|10|12|14|16)(?:le|be)?$/.exec(pixelFormat)
  return match ? Number(match[1]) : 8
}
