import { LINE_LENGTH } from './cues.js'

/** Two lines of about the same length where one would be too long; what fits in neither is left to whoever reads it. */
export function wrapLines(text: string, limit = LINE_LENGTH): string {
  const words = text.split(/\s+/).filter(Boolean)
  const whole = words.join(' ')
  if (whole.length <= limit) return whole
  const widthAt = (at: number) =>
    Math.max(words.slice(0, at).join(' ').length, words.slice(at).join(' ').length)
  const places = words.map((_, at) => at).slice(1)
  const best = places.reduce((a, b) => (widthAt(b) < widthAt(a) ? b : a), 1)
  return `${words.slice(0, best).join(' ')}\n${words.slice(best).join(' ')}`
}
