import { fold, normalise } from '#app/core/vietnamese_text'

const longestQuery = 80
/** A telephone, an identity card, an account. A law's number has strokes in it, and years are shorter. */
const mostDigits = 8

/** What may be kept of a search; null where it says nothing, is a story rather than a search, or may name a person. */
export function keptQuery(text: string): { query: string; written: string } | null {
  const written = normalise(text).toLowerCase().replace(/\s+/g, ' ').trim()
  const query = fold(written)
    .replace(/[^\p{L}\p{Nd}/]+/gu, ' ')
    .trim()
  if (!/\p{L}/u.test(query) || query.length < 2) return null
  if (written.length > longestQuery || query.length > longestQuery) return null
  if (/@|https?:|www\./.test(written)) return null
  const digits = written.match(/\p{Nd}(?:[\s.,()+-]*\p{Nd})*/gu) ?? []
  const isLong = (run: string) => run.replace(/\P{Nd}/gu, '').length > mostDigits
  return digits.some(isLong) ? null : { query, written }
}
