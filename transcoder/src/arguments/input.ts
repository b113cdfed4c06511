/**
 * Containers that people really upload. The list is what keeps an uploaded playlist, concat
 * script or image pattern from naming other files: those demuxers are simply not there.
 */
export const allowedDemuxers = [
  'mov,mp4,m4a,3gp,3g2,mj2',
  'matroska,webm',
  'avi',
  'flv',
  'mpegts',
  'mpeg',
  'mpegvideo',
  'ogg',
  'asf',
  'mxf',
  'dv',
  'wav',
  'mp3',
  'aac',
  'flac',
  'amr',
  'caf',
] as const

/** Whitelists hold single names: one entry of a demuxer's aliases is enough to allow it. */
const whitelist = allowedDemuxers.flatMap((names) => names.split(',')).join(',')

/**
 * Options that stand before a hostile source in every command, for ffmpeg and ffprobe alike.
 * `file:` keeps a name such as `-x.mp4` or `%d.mp4` from being read as an option or a pattern.
 */
export function hostileSource(path: string): { options: string[]; url: string } {
  return {
    options: ['-protocol_whitelist', 'file,pipe', '-format_whitelist', whitelist],
    url: `file:${path}`,
  }
}
