import { isSteady } from './frame_rate.js'
import type { SourceProbe } from './source_probe.js'

export interface PacketsJson {
  packets?: { pts_time?: string; duration_time?: string; side_data_list?: { side_data_type?: string }[] }[]
}

const sampledSeconds = 20

/** Pure: what the header leaves open and only packets can tell; null where it leaves nothing open. */
export function packetsToRead(source: SourceProbe): { streamIndex: number; seconds: number | null } | null {
  const stream = source.video ?? source.audio
  if (!stream) return null
  if (source.durationSeconds === null) return { streamIndex: stream.index, seconds: null }
  const open = source.video && (!isSteady(source.video) || mayHaveAlphaBeside(source))
  return open ? { streamIndex: stream.index, seconds: sampledSeconds } : null
}

/** Pure: the probe with what the packets say. */
export function refineProbe(source: SourceProbe, json: PacketsJson): SourceProbe {
  const packets = json.packets ?? []
  const times = packets
    .map(({ pts_time }) => Number(pts_time))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const intervals = times
    .slice(1)
    .map((time, index) => time - times[index]!)
    .filter((interval) => interval > 0)
    .sort((a, b) => a - b)
  const last = Math.max(0, ...packets.map(({ duration_time }) => Number(duration_time) || 0).slice(-1))
  const length = times.length > 0 ? times.at(-1)! - times[0]! + last : 0
  const hasAlpha = packets.some(({ side_data_list }) =>
    side_data_list?.some(({ side_data_type }) => side_data_type === 'Matroska BlockAdditional')
  )
  return {
    ...source,
    durationSeconds: source.durationSeconds ?? (length > 0 ? length : null),
    video: source.video && {
      ...source.video,
      usualIntervalSeconds: isSteady(source.video)
        ? null
        : (intervals[Math.floor(intervals.length / 2)] ?? null),
      hasAlpha: mayHaveAlphaBeside(source) ? hasAlpha : source.video.hasAlpha,
    },
  }
}

/** WebM keeps alpha beside the picture, and browsers tag recordings so that have none. */
function mayHaveAlphaBeside({ video }: SourceProbe): boolean {
  return video !== null && video.hasAlpha && (video.codec === 'vp8' || video.codec === 'vp9')
}
