import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { segmentFile } from './arguments/hls_output.js'
import type { FileOutlet } from './file_outlet.js'
import { mediaPlaylist, targetDuration } from './playlists/media.js'
import { multivariantPlaylist } from './playlists/multivariant.js'
import type { RenditionFolder } from './rendition_folder.js'
import type { TranscodedFile, TranscodedRendition } from './result.js'
import { segmentSeconds } from './segmentation.js'

const contentType = 'application/vnd.apple.mpegurl'
const multivariantName = 'multivariant.m3u8'
const mediaName = 'media.m3u8'

/** Writes and delivers the media playlists, then, when those are delivered, the multivariant one. */
export async function writePlaylists(
  root: string,
  renditions: TranscodedRendition[],
  folders: ReadonlyMap<string, RenditionFolder>,
  outlet: FileOutlet
): Promise<{ multivariantName: string }> {
  const write = async (name: string, text: string, rendition?: string) => {
    const path = join(root, name)
    await writeFile(path, text)
    const file: TranscodedFile = {
      name,
      path,
      contentType,
      kind: 'playlist',
      sizeBytes: Buffer.byteLength(text),
    }
    outlet.offer(rendition ? { ...file, rendition } : file)
  }
  for (const { name } of renditions) {
    const { segments } = folders.get(name)!
    const text = mediaPlaylist({
      segments,
      targetDurationSeconds: targetDuration(segments, segmentSeconds),
      type: 'VOD',
      ended: true,
      initUri: segmentFile.init,
    })
    await write(`${name}/${mediaName}`, text, name)
  }
  await outlet.drain()
  await write(multivariantName, multivariantPlaylist(startingOrder(renditions).map(variantOf)))
  await outlet.drain()
  return { multivariantName }
}

/** A player begins with the first variant: one that a phone's line carries, then the others downwards. */
function startingOrder(renditions: TranscodedRendition[]): TranscodedRendition[] {
  const first = renditions.find(
    ({ kind, width = 0, height = 0 }) => kind === 'video' && Math.min(width, height) <= 480
  )
  return first ? [first, ...renditions.filter((rendition) => rendition !== first)] : renditions
}

function variantOf(rendition: TranscodedRendition) {
  const { name, codecs, bandwidthBps, averageBandwidthBps } = rendition
  const common = { name, codecs, bandwidthBps, averageBandwidthBps, uri: `${name}/${mediaName}` }
  if (rendition.kind === 'audio') {
    return {
      ...common,
      kind: 'audio' as const,
      channels: rendition.channels ?? 2,
      language: rendition.language ?? null,
    }
  }
  const { width = 0, height = 0, frameRate = 0 } = rendition
  return { ...common, kind: 'video' as const, width, height, frameRate }
}
