import { toNumber } from './frame_rate.js'
import type { StoryboardPlan, VideoRung } from './plan.js'

const tileShortSide = 90
const columns = 10
const rows = 10
/** About one sheet for a short skit; a long one is not shown in more detail than a finger can aim at. */
const wantedTiles = 100
const shortestStepSeconds = 1
const longestStepSeconds = 20

/** Pure: how often a small picture is taken, and how it is laid out. */
export function planStoryboard(lowest: VideoRung, durationSeconds: number | null): StoryboardPlan {
  const step = Math.ceil((durationSeconds ?? 600) / wantedTiles)
  const seconds = Math.min(longestStepSeconds, Math.max(shortestStepSeconds, step))
  const scale = tileShortSide / Math.min(lowest.width, lowest.height)
  const even = (side: number) => Math.max(2, 2 * Math.round((side * Math.min(1, scale)) / 2))
  return {
    everyFrames: Math.max(1, Math.round(seconds * toNumber(lowest.frameRate))),
    tileWidth: even(lowest.width),
    tileHeight: even(lowest.height),
    columns,
    rows,
  }
}

/** Pure: WebVTT cues that point into the sheets by media fragments (`#xywh=`). */
export function storyboardTrack(board: StoryboardPlan, frameRate: number, durationSeconds: number): string {
  const step = board.everyFrames / frameRate
  const perSheet = board.columns * board.rows
  const tiles = Math.ceil(durationSeconds / step - 1e-6)
  const cues = Array.from({ length: tiles }, (_, index) => {
    const place = index % perSheet
    const x = (place % board.columns) * board.tileWidth
    const y = Math.floor(place / board.columns) * board.tileHeight
    const sheet = `sheet-${String(Math.floor(index / perSheet) + 1).padStart(3, '0')}.jpg`
    const until = Math.min(durationSeconds, (index + 1) * step)
    return `${clock(index * step)} --> ${clock(until)}\n${sheet}#xywh=${x},${y},${board.tileWidth},${board.tileHeight}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}

function clock(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const part = (divisor: number, modulus: number, length: number) =>
    String(Math.floor(milliseconds / divisor) % modulus).padStart(length, '0')
  return `${part(3_600_000, 1000, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`
}
