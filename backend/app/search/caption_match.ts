import type { Cue } from '#app/captions/read_captions'
import { fold } from '#app/core/vietnamese_text'
import type { Match } from './matches.js'
import { scoreText } from './rank.js'
import type { SearchQuery } from './search_query.js'
import { fieldText, searchUnits, type SearchUnit } from './search_units.js'

/** The cue that fits best, with the next one where a phrase runs on into it. */
export function captionMatch(cues: Cue[], query: SearchQuery): Match | null {
  const scored = cues.map(({ text }) => scoreCue(text, query))
  let best: { score: number; text: string; atSeconds: number } | null = null
  for (const [at, { text, startSeconds }] of cues.entries()) {
    const [own, next] = [scored[at]!, scored[at + 1]]
    if (own.score === 0) continue
    const together = next?.score ? scoreText(fieldText([...own.units, ...next.units]), query) : 0
    // Only what neither cue says alone makes the two worth more than one
    const runsOn = together > own.score + (next?.score ?? 0)
    const score = runsOn ? together : own.score
    if (!best || score > best.score) {
      best = { score, text: runsOn ? `${text} ${cues[at + 1]!.text}` : text, atSeconds: startSeconds }
    }
  }
  return best && { field: 'captions', snippet: clean(best.text), atSeconds: best.atSeconds }
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()

interface ScoredCue {
  units: SearchUnit[]
  score: number
}

/** Most cues say nothing of the query; a look at their letters spares cutting them into units. */
function scoreCue(text: string, query: SearchQuery): ScoredCue {
  const folded = fold(text)
  const words = [...query.content, ...query.wordings.flatMap(({ units }) => units)]
  if (!words.some((word) => folded.includes(word.folded.replace(/i$/, '')))) return { units: [], score: 0 }
  const units = searchUnits(text)
  return { units, score: scoreText(fieldText(units), query) }
}
