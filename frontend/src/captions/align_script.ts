import { LINE_LENGTH } from './cues.js'
import type { Span } from './speech_spans.js'
import type { Cue } from '../videos/web_vtt.js'
import { wrapLines } from './wrap_lines.js'

/** How far a cue's end is moved to fall into a pause. */
const reachSeconds = 1

/**
 * A script laid out over a film as a first draft: its cues share out the seconds in which somebody speaks by their
 * syllables, and end in a pause where one is near.
 */
export function alignScript(script: string, spans: Span[], durationSeconds: number): Cue[] {
  const texts = partScript(script)
  const spoken = spans.length ? spans : [{ startSeconds: 0, endSeconds: durationSeconds }]
  const time = speechTime(spoken)
  const total = texts.reduce((sum, text) => sum + syllables(text), 0)
  let [said, lastCut] = [0, 0]
  let startSeconds = spoken[0]!.startSeconds
  return texts.map((text, at) => {
    const share = syllables(text) / total
    said += share
    const isLast = at === texts.length - 1
    const wanted = isLast ? time.total : Math.max(lastCut, said * time.total)
    const reach = Math.min(reachSeconds, (share * time.total) / 2)
    const pause = isLast
      ? undefined
      : nearest(
          time.pauses.filter((one) => one > lastCut),
          wanted,
          reach
        )
    const cut = pause ?? wanted
    const endSeconds = time.before(cut)
    const cue = { startSeconds, endSeconds: Math.max(endSeconds, startSeconds + 0.1), text: wrapLines(text) }
    startSeconds = Math.max(time.after(cut), cue.endSeconds)
    lastCut = cut
    return { ...cue, startSeconds: round(cue.startSeconds), endSeconds: round(cue.endSeconds) }
  })
}

const round = (seconds: number) => Math.round(seconds * 1000) / 1000

/** The clock that stands still in pauses, and the way back from it. */
function speechTime(spans: Span[]) {
  const ends: number[] = []
  let total = 0
  for (const { startSeconds, endSeconds } of spans) ends.push((total += endSeconds - startSeconds))
  const spanAt = (index: number, spoken: number) => spans[index]!.endSeconds - (ends[index]! - spoken)
  const clamp = (index: number) => (index === -1 ? spans.length - 1 : index)
  return {
    total,
    pauses: ends.slice(0, -1),
    /** At a pause, its beginning. */
    before: (spoken: number) =>
      spanAt(clamp(ends.findIndex((end) => spoken <= end)), Math.min(spoken, total)),
    /** At a pause, its end. */
    after: (spoken: number) => spanAt(clamp(ends.findIndex((end) => spoken < end)), Math.min(spoken, total)),
  }
}

function nearest(places: number[], wanted: number, reach: number): number | undefined {
  const near = places.filter((place) => Math.abs(place - wanted) <= reach)
  return near.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
}

/** Vietnamese writes each syllable as a word; numbers and others count a little more than they should less. */
const syllables = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length || 1

/** The utterances of a script, none longer than two lines: by line, then by sentence, by comma, at last by word. */
export function partScript(script: string): string[] {
  return script
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .flatMap((line) => pack(line.split(/(?<=[.!?…]["”’)]?)\s+/), LINE_LENGTH))
    .flatMap((sentence) =>
      fits(sentence) ? [sentence] : pack(sentence.split(/(?<=[,;:–—])\s+/), 2 * LINE_LENGTH)
    )
    .flatMap((part) => (fits(part) ? [part] : pack(part.split(' '), 2 * LINE_LENGTH - 8)))
}

/** Whether it can stand in two lines. */
const fits = (text: string) =>
  wrapLines(text)
    .split('\n')
    .every((line) => line.length <= LINE_LENGTH)

/** Joins neighbours as long as they stay within the limit. */
function pack(parts: string[], limit: number): string[] {
  const packed: string[] = []
  for (const part of parts) {
    const last = packed.at(-1)
    if (last !== undefined && last.length + 1 + part.length <= limit)
      packed[packed.length - 1] = `${last} ${part}`
    else packed.push(part)
  }
  return packed
}
