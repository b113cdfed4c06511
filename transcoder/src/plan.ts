import type { Decision } from './decisions.js'
import type { Fraction, StoredOrientation } from './source_probe.js'

export interface PlanOptions {
  /** Highest rung by its short side; the ladder's own top by default. */
  maximumShortSide?: number
}

/** What will be made of a source, and why. Pure data: the argument builders need nothing else. */
export interface TranscodePlan {
  /** As claimed or measured; null where unknown. The result's duration is measured from the segments. */
  durationSeconds: number | null
  /** Shown size of the source: upright, with square pixels. */
  width: number
  height: number
  orientation: 'landscape' | 'portrait' | 'square'
  /** Null for a source of sound only, which then has no rungs. */
  picture: PicturePlan | null
  /** Highest first; each is scaled from the one before it. Only the first may be a copy. */
  rungs: VideoRung[]
  /** EXT-X-TARGETDURATION of every playlist, while it grows and afterwards. */
  targetDurationSeconds: number
  audio: AudioPlan | null
  /** The same in further languages; never without the first. */
  otherAudio: AudioPlan[]
  storyboard: StoryboardPlan | null
  /** Each choice and why, for the record that producers, editors and developers see. */
  decisions: Decision[]
}

/** All sound renditions of a plan, the one that plays by itself first. */
export function soundOf(plan: TranscodePlan): AudioPlan[] {
  return plan.audio ? [plan.audio, ...plan.otherAudio] : []
}

/** How the stored picture becomes the top rung's. */
export interface PicturePlan {
  sourceIndex: number
  codec: string
  storedWidth: number
  storedHeight: number
  storedOrientation: StoredOrientation
  /** Frames a second after variable rates were made constant. */
  frameRate: Fraction
  deinterlace: boolean
  /** How long the last picture stays, because the sound goes on. */
  holdSeconds: number
  toneMap: 'hlg' | 'pq' | null
  alphaOverBlack: boolean
  matrix: 'bt709' | 'bt601' | 'bt2020' | 'rgb'
  fullRange: boolean
}

export interface VideoRung {
  /** Also the folder's name: `v720`. */
  name: string
  width: number
  height: number
  frameRate: Fraction
  /** Frames of a whole segment, and of each of the shorter ones at the start (see `segmentation.ts`). */
  segmentFrames: number
  openingFrames: number
  /** Frames at which segments begin, where the source's own cuts decide; null for the regular ones. */
  cutFrames: number[] | null
  /** Whether it is the source's own picture, not encoded again. */
  isCopied: boolean
  crf: number
  maximumBitrateBps: number
  bufferBits: number
  /** H.264 level, such as `3.1`. */
  level: string
}

/** Small pictures for the scrub bar, taken from the lowest rung. */
export interface StoryboardPlan {
  everyFrames: number
  tileWidth: number
  tileHeight: number
  columns: number
  rows: number
}

export interface AudioPlan {
  /** Also the folder's name: `audio`, `audio-en`. */
  name: string
  /** What a player's menu shows. */
  label: string
  sourceIndex: number
  /** Whether silence must be put before it, because it begins later than the picture. */
  startsLate: boolean
  channels: 1 | 2
  sampleRateHz: number
  bitrateBps: number
  language: string | null
}
