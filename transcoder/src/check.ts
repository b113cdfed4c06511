import { decided, type Decision } from './decisions.js'
import { TranscodeError } from './failures.js'
import { type AudioPlan, soundOf, type TranscodePlan, type VideoRung } from './plan.js'
import { averageBitrate, peakBitrate } from './playlists/bandwidth.js'
import type { RenditionFolder } from './rendition_folder.js'
import type { TranscodedRendition } from './result.js'
import { segmentSeconds } from './segmentation.js'
import { toNumber } from './frame_rate.js'

/**
 * Exit code 0 proves nothing: what was made is read again. Every rung must have pictures, all rungs
 * the same boundaries, and each the size and kind of stream that was planned.
 *
 * @throws TranscodeError `E_SOURCE_UNDECODABLE` (no picture came out), `E_OUTPUT_INVALID`
 */
export function checkRenditions(
  plan: TranscodePlan,
  folders: ReadonlyMap<string, RenditionFolder>
): TranscodedRendition[] {
  const sounds = soundOf(plan).flatMap((audio) => {
    const sound = checkSound(audio, folders.get(audio.name)!)
    if (!sound) plan.decisions.push(decided('rendition_undecodable', { rendition: audio.name }))
    return sound ?? []
  })
  const top = plan.rungs[0] && folders.get(plan.rungs[0].name)
  if (top ? top.segments.length === 0 : sounds.length === 0) {
    throw new TranscodeError('E_SOURCE_UNDECODABLE', 'nothing of the source could be decoded')
  }
  const videos = plan.rungs.map((rung) => checkRung(rung, folders.get(rung.name)!, top!))
  return [...worthOffering(videos, plan.decisions), ...sounds]
}

/** Below this share of the bytes of the rung above, a rung is worth having. */
const worthwhileShare = 0.9

/** Leaves out rungs that would save a viewer nothing: a slide show takes the same few bytes at any size. */
function worthOffering(videos: TranscodedRendition[], decisions: Decision[]): TranscodedRendition[] {
  const kept: TranscodedRendition[] = []
  for (const video of videos) {
    const above = kept.at(-1)
    if (above && video.averageBandwidthBps > above.averageBandwidthBps * worthwhileShare) {
      decisions.push(decided('rung_left_out', { rendition: video.name, above: above.name }))
    } else kept.push(video)
  }
  return kept
}

function checkSound(audio: AudioPlan, folder: RenditionFolder): TranscodedRendition | null {
  if (!folder.init || folder.segments.length === 0) return null
  const { name, label, channels, language } = audio
  return { name, label, kind: 'audio', channels, language, codecs: folder.init.codecs, ...measured(folder) }
}

function checkRung(rung: VideoRung, folder: RenditionFolder, top: RenditionFolder): TranscodedRendition {
  if (!folder.init) throw invalid(`${rung.name} has no segment`)
  const { codecs, width, height, isEightBit420 } = folder.init
  if (width !== rung.width || height !== rung.height) {
    throw invalid(`${rung.name} is ${width}x${height}, planned was ${rung.width}x${rung.height}`)
  }
  if (!isEightBit420) throw invalid(`${rung.name} is not 8-bit 4:2:0`)
  if (folder.segments.length !== top.segments.length) {
    throw invalid(`${rung.name} has ${folder.segments.length} segments, the top rung ${top.segments.length}`)
  }
  const frameSeconds = 1 / toNumber(rung.frameRate)
  folder.segments.forEach((segment, index) => {
    const difference = Math.abs(segment.startSeconds - top.segments[index]!.startSeconds)
    if (difference > frameSeconds / 4)
      throw invalid(`${segment.name} starts ${difference} s off the top rung`)
  })
  return {
    name: rung.name,
    kind: 'video',
    width,
    height,
    frameRate: toNumber(rung.frameRate),
    codecs,
    ...measured(folder),
  }
}

function measured({ segments }: RenditionFolder) {
  return {
    bandwidthBps: peakBitrate(segments, segmentSeconds),
    averageBandwidthBps: averageBitrate(segments),
  }
}

function invalid(message: string) {
  return new TranscodeError('E_OUTPUT_INVALID', message)
}
