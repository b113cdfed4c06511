import { fold } from '../review/match_topic.js'

/** Whether all words of `text` occur in the values, with or without diacritics. */
export function hasWords(values: (string | null | undefined)[], text: string): boolean {
  const whole = fold(values.filter(Boolean).join(' '))
  return fold(text)
    .split(/\s+/)
    .every((word) => whole.includes(word))
}
