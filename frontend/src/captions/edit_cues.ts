import { type EditedCue, inOrder, newCue } from './cues.js'
import { wrapLines } from './wrap_lines.js'

/** What an act makes of the cues, and which of them is then the chosen one. */
export interface Edited {
  cues: EditedCue[]
  chosen: number | null
}

export const SHORTEST_SECONDS = 0.1
const usualSeconds = 2

const thousandth = (seconds: number) => Math.round(Math.max(0, seconds) * 1000) / 1000
const length = ({ startSeconds, endSeconds }: EditedCue) => endSeconds - startSeconds

function replace(cues: EditedCue[], id: number, by: (cue: EditedCue) => EditedCue[]): EditedCue[] {
  return inOrder(cues.flatMap((cue) => (cue.id === id ? by(cue) : [cue])))
}

/** A beginning behind the end takes the end with it. */
export function setStart(cues: EditedCue[], id: number, seconds: number): EditedCue[] {
  const startSeconds = thousandth(seconds)
  return replace(cues, id, (cue) => {
    const isInside = startSeconds <= cue.endSeconds - SHORTEST_SECONDS
    const endSeconds = isInside ? cue.endSeconds : thousandth(startSeconds + length(cue))
    return [{ ...cue, startSeconds, endSeconds }]
  })
}

/** An end before the beginning takes the beginning with it. */
export function setEnd(cues: EditedCue[], id: number, seconds: number): EditedCue[] {
  const endSeconds = Math.max(SHORTEST_SECONDS, thousandth(seconds))
  return replace(cues, id, (cue) => {
    const isInside = endSeconds >= cue.startSeconds + SHORTEST_SECONDS
    const startSeconds = isInside ? cue.startSeconds : thousandth(endSeconds - length(cue))
    return [{ ...cue, startSeconds, endSeconds }]
  })
}

/** One edge a little earlier or later, the other staying where it is. */
export function nudge(cues: EditedCue[], id: number, edge: 'start' | 'end', bySeconds: number): EditedCue[] {
  return replace(cues, id, (cue) => {
    if (edge === 'end') {
      const endSeconds = Math.max(cue.startSeconds + SHORTEST_SECONDS, cue.endSeconds + bySeconds)
      return [{ ...cue, endSeconds: thousandth(endSeconds) }]
    }
    const startSeconds = Math.min(cue.endSeconds - SHORTEST_SECONDS, cue.startSeconds + bySeconds)
    return [{ ...cue, startSeconds: thousandth(startSeconds) }]
  })
}

export function setText(cues: EditedCue[], id: number, text: string): EditedCue[] {
  return cues.map((cue) => (cue.id === id ? { ...cue, text } : cue))
}

/** At the place in the text where the cursor is, or at a moment; the other follows in proportion. */
export function split(cues: EditedCue[], id: number, at: { caret: number } | { seconds: number }): Edited {
  let chosen = id
  const edited = replace(cues, id, (cue) => {
    const { startSeconds, endSeconds, text } = cue
    const caret = 'caret' in at ? at.caret : wordNear(text, (at.seconds - startSeconds) / length(cue))
    const share = text.length ? caret / text.length : 0.5
    const middle = 'seconds' in at ? at.seconds : startSeconds + share * length(cue)
    const latest = endSeconds - SHORTEST_SECONDS
    const cut = thousandth(Math.min(latest, Math.max(startSeconds + SHORTEST_SECONDS, middle)))
    if (length(cue) < 2 * SHORTEST_SECONDS) return [cue]
    const second = newCue({ startSeconds: cut, endSeconds, text: text.slice(caret).trim() })
    chosen = second.id
    return [{ ...cue, endSeconds: cut, text: text.slice(0, caret).trim() }, second]
  })
  return { cues: edited, chosen }
}

/** The gap between words that is nearest to a share of the text. */
function wordNear(text: string, share: number): number {
  const wanted = Math.min(1, Math.max(0, share)) * text.length
  const gaps = [0, text.length, ...[...text.matchAll(/\s+/g)].map(({ index }) => index)]
  return gaps.reduce((best, gap) => (Math.abs(gap - wanted) < Math.abs(best - wanted) ? gap : best))
}

export function mergeWithNext(cues: EditedCue[], id: number): Edited {
  const at = cues.findIndex((cue) => cue.id === id)
  const [cue, next] = [cues[at], cues[at + 1]]
  if (!cue || !next) return { cues, chosen: id }
  const isDialogue = /^\s*[-–—]/.test(next.text)
  const text = isDialogue ? `${cue.text}\n${next.text}` : wrapLines(`${cue.text} ${next.text}`)
  const merged = { ...cue, endSeconds: Math.max(cue.endSeconds, next.endSeconds), text }
  return { cues: cues.toSpliced(at, 2, merged), chosen: id }
}

/** From a moment on, as long as usual or until the next begins. */
export function insertAt(cues: EditedCue[], seconds: number): Edited {
  const startSeconds = thousandth(seconds)
  const next = cues.find((cue) => cue.startSeconds > startSeconds + SHORTEST_SECONDS)
  const endSeconds = thousandth(Math.min(startSeconds + usualSeconds, next?.startSeconds ?? Infinity))
  const added = newCue({ startSeconds, endSeconds, text: '' })
  return { cues: inOrder([...cues, added]), chosen: added.id }
}

export function remove(cues: EditedCue[], id: number): Edited {
  const at = cues.findIndex((cue) => cue.id === id)
  const left = cues.toSpliced(at, at < 0 ? 0 : 1)
  return { cues: left, chosen: (left[at] ?? left.at(-1))?.id ?? null }
}
