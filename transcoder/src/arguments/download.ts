import { type CommandLine, quietGlobals } from './command_line.js'

export const downloadFiles = { video: 'download.mp4', sound: 'sound.m4a' } as const

/**
 * Files to take away, put together from our own segments without encoding: an MP4 for showing
 * offline, an M4A for loudspeakers. Inputs are media playlists that we have just written.
 */
export function downloadCommand(playlists: { video: string | null; audio: string | null }): CommandLine {
  const { video, audio } = playlists
  const soundIndex = video ? 1 : 0
  const copy = ['-c', 'copy', '-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4']
  const sound = audio ? ['-map', `${soundIndex}:a`] : []
  return {
    inputs: [video, audio].flatMap((path) => (path ? [ownPlaylist(path)] : [])),
    globals: quietGlobals,
    filterGraph: null,
    outputs: [
      ...(video ? [{ options: ['-map', '0:v', ...sound, ...copy], target: downloadFiles.video }] : []),
      ...(audio ? [{ options: [...sound, ...copy], target: downloadFiles.sound }] : []),
    ],
  }
}

function ownPlaylist(path: string) {
  return { options: ['-protocol_whitelist', 'file', '-f', 'hls'], url: `file:${path}` }
}
