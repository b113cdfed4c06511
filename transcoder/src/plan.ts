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
  /** Highest first; each is scaled from the one before it. */
  rungs: VideoRung[]
  audio: AudioPlan | null
  /** The same in further languages; never without the first. */
  otherAudio: AudioPlan[]
  storyboard: StoryboardPlan | null
  /** Each choice in plain words, for the record that editors and developers see. */
  decisions: string[]
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
