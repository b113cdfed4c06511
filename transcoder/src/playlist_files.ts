import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { segmentFile } from './arguments/hls_output.js'
import { averageBitrate, peakBitrate } from './playlists/bandwidth.js'
import { iFramePlaylist, mediaPlaylist, targetDuration } from './playlists/media.js'
import { type IFrameVariant, multivariantPlaylist } from './playlists/multivariant.js'
import type { RenditionFolder } from './rendition_folder.js'
import type { TranscodedFile, TranscodedRendition } from './result.js'
import { segmentSeconds } from './segmentation.js'

export const multivariantName = 'multivariant.m3u8'
export const mediaName = 'media.m3u8'
const iFramesName = 'iframes.m3u8'
const contentType = 'application/vnd.apple.mpegurl'
/** Trick play needs no large pictures. */
const iFramesUpTo = 480

/** Writes the media playlists, and those of I-frames, of everything that was made. */
export async function writeMediaPlaylists(
  root: string,
  folders: Iterable<RenditionFolder>,
  renditions: TranscodedRendition[],
  leastTargetSeconds: number
): Promise<TranscodedFile[]> {
  const files: TranscodedFile[] = []
  const made = [...folders].filter(({ segments }) => segments.length > 0)
  // 6.2.4: one target duration for all playlists of a presentation.
  const all = made.flatMap(({ segments }) => segments)
  const targetDurationSeconds = targetDuration(all, leastTargetSeconds)
  for (const { name, segments } of made) {
    const common = {
      segments,
      targetDurationSeconds,
      initUri: segmentFile.init,
    }
    const text = mediaPlaylist({ ...common, type: 'VOD', ended: true })
    files.push({ ...(await write(root, `${name}/${mediaName}`, text)), rendition: name })
    if (!renditions.some((rendition) => rendition.name === name && hasIFrames(rendition))) continue
    files.push({ ...(await write(root, `${name}/${iFramesName}`, iFramePlaylist(common))), rendition: name })
  }
  return files
}

export async function writeMultivariant(
  root: string,
  folders: ReadonlyMap<string, RenditionFolder>,
  renditions: TranscodedRendition[]
): Promise<TranscodedFile> {
  const iFrames = renditions.filter(hasIFrames).map((one) => iFrameVariantOf(one, folders.get(one.name)!))
  return write(
    root,
    multivariantName,
    multivariantPlaylist([...startingOrder(renditions).map(variantOf), ...iFrames])
  )
}

async function write(root: string, name: string, text: string): Promise<TranscodedFile> {
  const path = join(root, name)
  await writeFile(path, text)
  return { name, path, contentType, kind: 'playlist', sizeBytes: Buffer.byteLength(text) }
}

/** A player begins with the first variant: one that a phone's line carries, then the others downwards. */
function startingOrder(renditions: TranscodedRendition[]): TranscodedRendition[] {
  const first = renditions.find((rendition) => rendition.kind === 'video' && shortSide(rendition) <= 480)
  return first ? [first, ...renditions.filter((rendition) => rendition !== first)] : renditions
}

function hasIFrames(rendition: TranscodedRendition) {
  return rendition.kind === 'video' && shortSide(rendition) <= iFramesUpTo
}

function shortSide({ width = 0, height = 0 }: TranscodedRendition) {
  return Math.min(width, height)
}

function variantOf(rendition: TranscodedRendition) {
  const { name, codecs, bandwidthBps, averageBandwidthBps } = rendition
  const common = { name, codecs, bandwidthBps, averageBandwidthBps, uri: `${name}/${mediaName}` }
  if (rendition.kind === 'audio') {
    return {
      ...common,
      name: rendition.label ?? name,
      kind: 'audio' as const,
      channels: rendition.channels ?? 2,
      language: rendition.language ?? null,
    }
  }
  const { width = 0, height = 0, frameRate = 0 } = rendition
  return { ...common, kind: 'video' as const, width, height, frameRate }
}

function iFrameVariantOf(
  { name, codecs, width = 0, height = 0 }: TranscodedRendition,
  folder: RenditionFolder
) {
  const frames = folder.segments.map(({ durationSeconds, firstSampleEndBytes }) => ({
    durationSeconds,
    sizeBytes: firstSampleEndBytes,
  }))
  return {
    kind: 'iframes',
    uri: `${name}/${iFramesName}`,
    codecs,
    width,
    height,
    bandwidthBps: peakBitrate(frames, segmentSeconds),
    averageBandwidthBps: averageBitrate(frames),
  } satisfies IFrameVariant
}
