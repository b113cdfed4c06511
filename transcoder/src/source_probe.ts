/** What a source says of itself. Nothing here is trusted for memory or time: see `limits.ts`. */
export interface SourceProbe {
  path: string
  sizeBytes: number
  /** ffmpeg's name of the demuxer, such as `mov,mp4,m4a,3gp,3g2,mj2`. */
  formatName: string
  /** As the container claims; null where it claims nothing. */
  durationSeconds: number | null
  /** Where the container's clock starts; every output starts at 0. */
  startSeconds: number
  /** The picture stream that will be shown, or null for a source with sound only. */
  video: VideoSource | null
  /** The sound that will be heard, or null. */
  audio: AudioSource | null
  /** All sound tracks, the chosen one included, in the order of the file. */
  audioTracks: AudioSource[]
  streamCount: number
}

export interface Fraction {
  numerator: number
  denominator: number
}

/** How the stored picture is turned for showing; the eight ways a rectangle can lie. */
export const orientations = [
  'upright',
  'clockwise',
  'upside_down',
  'counterclockwise',
  'mirrored',
  'flipped',
  'transposed',
  'transverse',
] as const
export type StoredOrientation = (typeof orientations)[number]

export interface VideoSource {
  index: number
  /** Inside an MP4 or MOV file; null in other containers. */
  trackId: number | null
  codec: string
  profile: string | null
  /** Of H.264, times ten: 41 is 4.1. */
  level: number | null
  pixelFormat: string
  bitDepth: number
  /** As stored: before turning and before pixels are made square. */
  width: number
  height: number
  sampleAspect: Fraction
  orientation: StoredOrientation
  averageFrameRate: Fraction | null
  /** The smallest rate that could carry all timestamps; far above the average for a variable rate. */
  nominalFrameRate: Fraction | null
  /** The usual time from one picture to the next; measured only where the rates above disagree. */
  usualIntervalSeconds: number | null
  interlaced: boolean
  /** Whether it is known to be of whole frames. */
  isProgressive: boolean
  fullRange: boolean
  colourMatrix: string | null
  colourTransfer: string | null
  colourPrimaries: string | null
  dynamicRange: 'sdr' | 'hlg' | 'pq'
  hasAlpha: boolean
  /** How long after the container's start the picture begins. */
  startSeconds: number
  durationSeconds: number | null
  bitrateBps: number | null
}

export interface AudioSource {
  index: number
  codec: string
  /** False where ffmpeg has no decoder for it or it has no channels. */
  decodable: boolean
  channels: number
  channelLayout: string | null
  sampleRateHz: number
  language: string | null
  title: string | null
  isDefault: boolean
  /** How long after the container's start the sound begins. */
  startSeconds: number
  durationSeconds: number | null
  bitrateBps: number | null
}
