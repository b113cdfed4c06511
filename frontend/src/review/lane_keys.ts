import type { Grip } from './tag_spans.js'

/** What a key does to the segment that has the focus. */
export type LaneAct =
  | { act: 'nudge'; bySeconds: number }
  | { act: 'grip'; grip: Grip }
  | { act: 'toPlayhead'; grip: Grip }
  | { act: 'play' }
  | { act: 'leave' }

const STEP_SECONDS = 1
const FINE_SECONDS = 0.1
const FAR_SECONDS = 10

/** Keys that mean the segment and not the desk while one has the focus. */
export const LANE_KEYS = '[ ] i o'

/**
 * Arrows move the grip by a second, with Shift by a tenth, with Page Up and Down by ten; `[` and `]` take hold of an edge and,
 * pressed again, let it go; i and o bring an edge to the playhead.
 */
export function laneAct({ key, shiftKey }: { key: string; shiftKey: boolean }, grip: Grip): LaneAct | null {
  const step = shiftKey ? FINE_SECONDS : STEP_SECONDS
  const held = (edge: Grip): LaneAct => ({ act: 'grip', grip: grip === edge ? 'whole' : edge })
  const acts: Record<string, LaneAct> = {
    ArrowLeft: { act: 'nudge', bySeconds: -step },
    ArrowRight: { act: 'nudge', bySeconds: step },
    ArrowDown: { act: 'nudge', bySeconds: -step },
    ArrowUp: { act: 'nudge', bySeconds: step },
    PageDown: { act: 'nudge', bySeconds: -FAR_SECONDS },
    PageUp: { act: 'nudge', bySeconds: FAR_SECONDS },
    '[': held('start'),
    ']': held('end'),
    i: { act: 'toPlayhead', grip: 'start' },
    o: { act: 'toPlayhead', grip: 'end' },
    Enter: { act: 'play' },
    Escape: grip === 'whole' ? { act: 'leave' } : { act: 'grip', grip: 'whole' },
  }
  return acts[key] ?? acts[key.toLowerCase()] ?? null
}
