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

/** Reads all packets without decoding: the real length of a source whose header has none. */
export function durationArguments(path: string, streamIndex: number): string[] {
  const source = hostileSource(path)
  return [
    '-hide_banner',
    '-loglevel',
    'error',
    ...source.options,
    '-select_streams',
    String(streamIndex),
    '-show_entries',
    'packet=pts_time,duration_time',
    '-print_format',
    'csv=p=0',
    '-i',
    source.url,
  ]
}
