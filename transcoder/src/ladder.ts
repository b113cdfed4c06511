import { planAudio } from './audio_plan.js'
import { decided, type Decision } from './decisions.js'
import { TranscodeError } from './failures.js'
import { planFrameRate, toNumber } from './frame_rate.js'
import { levelFor } from './h264_level.js'
import type { PicturePlan, PlanOptions, TranscodePlan, VideoRung } from './plan.js'
import { openingFramesOf, segmentSeconds } from './segmentation.js'
import { shownSize } from './shown_size.js'
import { planStoryboard } from './storyboard_track.js'
import type { Fraction, SourceProbe, VideoSource } from './source_probe.js'

/**
 * The ladder by the short side. CRF keeps the quality even; the cap is what a line must carry,
 * given for 16:9 and up to 30 frames a second.
 */
export const ladder = [
  { shortSide: 1080, crf: 23, maximumBitrateBps: 4_800_000 },
  { shortSide: 720, crf: 23, maximumBitrateBps: 2_600_000 },
  { shortSide: 480, crf: 23, maximumBitrateBps: 1_250_000 },
  { shortSide: 360, crf: 24, maximumBitrateBps: 750_000 },
  { shortSide: 240, crf: 25, maximumBitrateBps: 380_000 },
] as const

/** A source this close below a rung (as in 640×356) gets it at its own size: losing a third would show. */
const nearlyARung = 0.9
const longestSide = 4096
const highRateFromShortSide = 720

/**
 * Pure: what to make of a source.
 *
 * @throws TranscodeError `E_SOURCE_NO_VIDEO` when there is neither a picture nor sound
 */
export function planTranscode(source: SourceProbe, options: PlanOptions = {}): TranscodePlan {
  const { video } = source
  if (!video) return planSoundOnly(source)

  const decisions: Decision[] = []
  const shown = shownSize(video, decisions)
  const sizes = rungSizes(shown, options.maximumShortSide ?? Infinity)
  const top = sizes[0]!
  const rates = planFrameRate(video, Math.min(top.width, top.height) >= highRateFromShortSide, decisions)
  const rungs = sizes.map((size) => planRung(size, rates))
  const made = rungs.map(({ width, height }) => `${width}x${height}`)
  decisions.push(decided('rungs', { sizes: made.join(', ') }))
  return {
    durationSeconds: source.durationSeconds,
    ...shown,
    orientation:
      shown.width > shown.height ? 'landscape' : shown.width < shown.height ? 'portrait' : 'square',
    picture: planPicture(source, rates.full, decisions),
    rungs,
    targetDurationSeconds: segmentSeconds,
    ...planAudio(source, decisions),
    storyboard: planStoryboard(rungs.at(-1)!, source.durationSeconds),
    decisions,
  }
}

/** A skit of sound only gets a made poster of this size instead of rungs. */
const soundPoster = { width: 1280, height: 720, orientation: 'landscape' } as const

function planSoundOnly(source: SourceProbe): TranscodePlan {
  const decisions = [decided('sound_only', {})]
  const sound = planAudio(source, decisions)
  if (!sound.audio)
    throw new TranscodeError('E_SOURCE_NO_VIDEO', 'the source has neither a picture nor sound')
  const { durationSeconds } = source
  return {
    durationSeconds,
    ...soundPoster,
    picture: null,
    rungs: [],
    targetDurationSeconds: segmentSeconds,
    ...sound,
    storyboard: null,
    decisions,
  }
}

interface RungSize {
  width: number
  height: number
  rung: (typeof ladder)[number]
}

function rungSizes(shown: { width: number; height: number }, maximumShortSide: number): RungSize[] {
  const fitted = Math.min(1, longestSide / Math.max(shown.width, shown.height))
  const shortSide = Math.min(shown.width, shown.height) * fitted
  const wanted = ladder.filter(
    (rung) => rung.shortSide <= maximumShortSide && rung.shortSide * nearlyARung <= shortSide
  )
  const rungs = wanted.length > 0 ? wanted : [ladder.at(-1)!]
  return rungs.map((rung) => ({ ...sizeAt(shown, Math.min(rung.shortSide, shortSide)), rung }))
}

/** The shown size scaled to a short side, never up, in even numbers as 4:2:0 needs. */
function sizeAt(shown: { width: number; height: number }, shortSide: number) {
  const scale = Math.min(1, shortSide / Math.min(shown.width, shown.height))
  // 2 × round keeps the shape best; a source's own odd size is rounded down.
  const even = (side: number) =>
    Math.max(2, scale === 1 ? 2 * Math.floor(side / 2) : 2 * Math.round((side * scale) / 2))
  return { width: even(shown.width), height: even(shown.height) }
}

function planRung({ width, height, rung }: RungSize, rates: { full: Fraction; low: Fraction }): VideoRung {
  const shortSide = Math.min(width, height)
  const frameRate = rung.shortSide >= highRateFromShortSide ? rates.full : rates.low
  // Boundaries are counted in frames of the low rate, so that every rung cuts at the same instants.
  const lowFrames = Math.max(1, Math.round(toNumber(rates.low) * segmentSeconds))
  const lowOpening = openingFramesOf(lowFrames)
  const factor = Math.round(toNumber(frameRate) / toNumber(rates.low))
  const maximumBitrateBps = capFor(width * height, rung, toNumber(frameRate))
  return {
    name: `v${rung.shortSide * nearlyARung <= shortSide ? rung.shortSide : shortSide}`,
    width,
    height,
    frameRate,
    segmentFrames: lowFrames * factor,
    openingFrames: lowOpening * factor,
    cutFrames: null,
    isCopied: false,
    crf: rung.crf,
    maximumBitrateBps,
    bufferBits: maximumBitrateBps * 2,
    level: levelFor({ width, height, framesPerSecond: toNumber(frameRate), bitrateBps: maximumBitrateBps }),
  }
}

/** The rung's cap for this picture's area and rate; twice the frames cost about 1.4 times the bits. */
function capFor(pixels: number, rung: RungSize['rung'], framesPerSecond: number): number {
  const usual = (rung.shortSide * rung.shortSide * 16) / 9
  const area = Math.min(1.8, Math.max(0.3, pixels / usual))
  const rate = framesPerSecond > 31 ? 1.4 : 1
  return Math.round((rung.maximumBitrateBps * area * rate) / 10_000) * 10_000
}

function planPicture(source: SourceProbe, frameRate: Fraction, decisions: Decision[]): PicturePlan {
  const video = source.video!
  const holdSeconds = heldSeconds(source)
  if (holdSeconds > 0) decisions.push(decided('last_picture_held', { seconds: holdSeconds }))
  const toneMap = video.dynamicRange === 'sdr' ? null : video.dynamicRange
  if (video.interlaced) decisions.push(decided('deinterlaced', {}))
  if (toneMap) decisions.push(decided('tone_mapped', { transfer: toneMap }))
  if (video.hasAlpha) decisions.push(decided('over_black', {}))
  if (video.bitDepth > 8 || !video.pixelFormat.includes('420'))
    decisions.push(decided('made_8bit_420', { pixelFormat: video.pixelFormat }))
  return {
    sourceIndex: video.index,
    codec: video.codec,
    storedWidth: video.width,
    storedHeight: video.height,
    storedOrientation: video.orientation,
    frameRate,
    deinterlace: video.interlaced,
    holdSeconds,
    toneMap,
    alphaOverBlack: video.hasAlpha,
    matrix: matrixOf(video),
    fullRange: video.fullRange,
  }
}

/** Below this nobody misses a picture; above it, one of the two lengths is more likely a mistake of the header. */
const shortestHold = 0.5
const longestHold = 120

/** Players end with the picture: where the sound goes on, it would be cut off. */
function heldSeconds({ video, audio }: SourceProbe): number {
  if (!video?.durationSeconds || !audio?.durationSeconds) return 0
  const missing = audio.startSeconds + audio.durationSeconds - (video.startSeconds + video.durationSeconds)
  return missing > shortestHold && missing <= longestHold ? missing : 0
}

/** An untagged picture is taken as players take it: HD as BT.709, smaller ones as BT.601. */
function matrixOf(video: VideoSource): PicturePlan['matrix'] {
  if (/^(rgb|bgr|gbr|argb|abgr|pal8|0rgb|0bgr)/.test(video.pixelFormat)) return 'rgb'
  if (video.colourMatrix?.startsWith('bt2020')) return 'bt2020'
  if (video.colourMatrix === 'bt709') return 'bt709'
  if (video.colourMatrix) return 'bt601'
  return Math.min(video.width, video.height) >= 720 ? 'bt709' : 'bt601'
}
