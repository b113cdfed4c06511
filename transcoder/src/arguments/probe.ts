import { hostileSource } from './input.js'

/** ffprobe's arguments: everything that planning needs, as JSON. */
export function probeArguments(path: string): string[] {
  const source = hostileSource(path)
  return [
    '-hide_banner',
    '-loglevel',
    'error',
    ...source.options,
    '-print_format',
    'json',
    '-show_format',
    '-show_streams',
    '-i',
    source.url,
  ]
}

/**
 * Reads packets without decoding them: all of a source whose header has no duration, else the first
 * `seconds` (the times of a variable frame rate, the planes beside a picture that claims to have alpha).
 */
export function packetArguments(path: string, streamIndex: number, seconds: number | null): string[] {
  const source = hostileSource(path)
  return [
    '-hide_banner',
    '-loglevel',
    'error',
    ...source.options,
    ...(seconds === null ? [] : ['-read_intervals', `%+${seconds}`]),
    '-select_streams',
    String(streamIndex),
    '-show_entries',
    'packet=pts_time,duration_time:packet_side_data=side_data_type',
    '-print_format',
    'json=compact=1',
    '-i',
    source.url,
  ]
}
