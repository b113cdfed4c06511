/** Names inside a rendition's folder. ffmpeg's own playlist is never shown: ours are written from the segments. */
export const segmentFile = { init: 'init.mp4', pattern: 'seg-%05d.m4s', muxerPlaylist: 'muxer.m3u8' } as const

/**
 * CMAF fragments by ffmpeg's HLS muxer, one folder per rendition, relative to the working folder.
 *
 * @param cutEverySeconds the shortest segment; keyframes decide beyond it
 */
export function hlsOutput(name: string, cutEverySeconds: string): { options: string[]; target: string } {
  return {
    options: [
      '-map_metadata',
      '-1',
      '-f',
      'hls',
      '-hls_segment_type',
      'fmp4',
      '-hls_time',
      cutEverySeconds,
      // A playlist of all segments would be written anew for each of them.
      '-hls_list_size',
      '2',
      // A segment gets its name only once it is whole.
      '-hls_flags',
      'temp_file',
      '-start_number',
      '1',
      '-hls_fmp4_init_filename',
      segmentFile.init,
      '-hls_segment_filename',
      `${name}/${segmentFile.pattern}`,
    ],
    target: `${name}/${segmentFile.muxerPlaylist}`,
  }
}
