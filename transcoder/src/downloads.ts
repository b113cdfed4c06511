import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadCommand, downloadFiles } from './arguments/download.js'
import { runFfmpeg } from './ffmpeg.js'
import { timeLimitSeconds } from './limits.js'
import { mediaName } from './playlist_files.js'
import type { TranscodedFile, TranscodedRendition } from './result.js'

/** Big enough for a projector, small enough for a memory stick and an old machine. */
const largestShortSide = 720

/** The files to take away; their media playlists must have been written. */
export async function makeDownloads(
  root: string,
  renditions: TranscodedRendition[],
  options: { signal: AbortSignal; durationSeconds: number }
): Promise<TranscodedFile[]> {
  const video =
    renditions.filter(({ kind }) => kind === 'video').find(fits) ??
    renditions.find(({ kind }) => kind === 'video')
  const audio = renditions.find(({ kind }) => kind === 'audio')
  const playlist = (rendition?: TranscodedRendition) =>
    rendition ? join(root, rendition.name, mediaName) : null
  const playlists = { video: playlist(video), audio: playlist(audio) }
  await runFfmpeg(downloadCommand(playlists), {
    cwd: root,
    signal: options.signal,
    timeoutSeconds: timeLimitSeconds(options.durationSeconds),
  })
  return Promise.all([
    ...(video ? [file(root, downloadFiles.video, 'video/mp4')] : []),
    ...(audio
      ? [file(root, downloadFiles.sound, 'audio/mp4'), file(root, downloadFiles.oldSound, 'audio/mpeg')]
      : []),
  ])
}

function fits({ width = 0, height = 0 }: TranscodedRendition) {
  return Math.min(width, height) <= largestShortSide
}

async function file(root: string, name: string, contentType: string): Promise<TranscodedFile> {
  const path = join(root, name)
  return { name, path, contentType, kind: 'download', sizeBytes: (await stat(path)).size }
}
