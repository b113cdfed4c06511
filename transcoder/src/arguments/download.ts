import { type CommandLine, quietGlobals } from './command_line.js'

export const downloadFiles = { video: 'download.mp4', sound: 'sound.m4a', oldSound: 'sound.mp3' } as const

/** High, because it is encoded a second time: what the first left should not be lost as well. */
const mp3BitrateBps = '160000'

/**
 * Files to take away, put together from our own segments: an MP4 for showing offline, an M4A for loudspeakers, and an
 * MP3 for those that know nothing else (the only one that is encoded, once it is known which sound stays). Inputs are
 * media playlists that we have just written.
 */
export function downloadCommand(playlists: { video: string | null; audio: string | null }): CommandLine {
  const { video, audio } = playlists
  const soundIndex = video ? 1 : 0
  const copy = ['-c', 'copy', '-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4']
  const sound = audio ? ['-map', `${soundIndex}:a`] : []
  const mp3 = ['-map_metadata', '-1', '-c:a', 'libmp3lame', '-b:a', mp3BitrateBps, '-f', 'mp3']
  return {
    inputs: [video, audio].flatMap((path) => (path ? [ownPlaylist(path)] : [])),
    globals: quietGlobals,
    filterGraph: null,
    outputs: [
      ...(video ? [{ options: ['-map', '0:v', ...sound, ...copy], target: downloadFiles.video }] : []),
      ...(audio
        ? [
            { options: [...sound, ...copy], target: downloadFiles.sound },
            { options: [...sound, ...mp3], target: downloadFiles.oldSound },
          ]
        : []),
    ],
  }
}

function ownPlaylist(path: string) {
  return { options: ['-protocol_whitelist', 'file', '-f', 'hls'], url: `file:${path}` }
}
