import { toNumber, toText } from './frame_rate.js'
import { NotCopiable, type ReasonNotToCopy } from './not_copiable.js'
import type { PicturePlan, VideoRung } from './plan.js'
import type { SourceProbe, VideoSource } from './source_probe.js'

/** Profiles that every player decodes, by ffprobe's names. */
const playableProfiles = ['Constrained Baseline', 'Main', 'High']
/** A level that every player of the last ten years decodes: a higher one is taken only where ours is too. */
const usualLevel = 41
/** Both are the same curve. */
const plainTransfers = ['bt709', 'smpte170m', null]
/** Of a frame: so near to the beginning, the first picture becomes the first frame of an encoded rung too. */
const nearStart = 0.45
/** Less than this many frames a second, a player takes the reordering delay for a gap (see `arguments/video.ts`). */
export const smallestCopiedRate = 15

/**
 * Pure: why the source cannot stand for this rung as it is, as far as its header tells. Nothing of
 * another codec is asked for more than that.
 */
export function headerMisfits(source: SourceProbe, picture: PicturePlan, top: VideoRung): NotCopiable[] {
  const video = source.video!
  if (video.codec !== 'h264') return [new NotCopiable('codec', video.codec)]
  const found: [isMisfit: boolean, reason: ReasonNotToCopy, detail?: string | number][] = [
    [video.trackId === null, 'container', source.formatName.split(',')[0]],
    [!playableProfiles.includes(video.profile ?? ''), 'profile', video.profile ?? ''],
    [!fitsLevel(video, top), 'level', (video.level ?? 0) / 10],
    [isOtherwiseStored(video), 'pixels', video.fullRange ? `${video.pixelFormat}, full` : video.pixelFormat],
    [!video.isProgressive, 'interlaced'],
    [video.orientation !== 'upright', 'turned', video.orientation],
    [video.sampleAspect.numerator !== video.sampleAspect.denominator, 'pixel_shape', shapeOf(video)],
    [!hasPlainColours(video, picture), 'colours', video.colourMatrix ?? video.colourTransfer ?? 'untagged'],
    [video.width !== top.width || video.height !== top.height, 'size', `${video.width}x${video.height}`],
    [!hasPlannedRate(video, top), 'frame_rate', toText(video.averageFrameRate ?? top.frameRate)],
    [Math.abs(video.startSeconds) * toNumber(top.frameRate) > nearStart, 'starts_late', startOf(video)],
    [picture.holdSeconds > 0, 'ends_early', picture.holdSeconds.toFixed(1)],
  ]
  return found.flatMap(([isMisfit, reason, detail]) => (isMisfit ? [new NotCopiable(reason, detail)] : []))
}

function fitsLevel(video: VideoSource, top: VideoRung): boolean {
  return video.level !== null && video.level <= Math.max(usualLevel, Math.round(Number(top.level) * 10))
}

function isOtherwiseStored({ pixelFormat, bitDepth, fullRange }: VideoSource): boolean {
  return pixelFormat !== 'yuv420p' || bitDepth !== 8 || fullRange
}

/** Colours as our own rungs are tagged, so that nothing changes when a player moves to another. */
function hasPlainColours(video: VideoSource, picture: PicturePlan): boolean {
  const { colourTransfer, colourPrimaries } = video
  return (
    picture.matrix === 'bt709' &&
    picture.toneMap === null &&
    plainTransfers.includes(colourTransfer) &&
    (colourPrimaries === null || colourPrimaries === 'bt709')
  )
}

function hasPlannedRate(video: VideoSource, top: VideoRung): boolean {
  const { averageFrameRate: average } = video
  if (!average || toNumber(top.frameRate) < smallestCopiedRate) return false
  return Math.abs(toNumber(average) / toNumber(top.frameRate) - 1) < 0.01
}

function startOf({ startSeconds }: VideoSource): string {
  return startSeconds.toFixed(3)
}

function shapeOf({ sampleAspect }: VideoSource): string {
  return `${sampleAspect.numerator}:${sampleAspect.denominator}`
}
