import { normalise } from '#app/core/vietnamese_text'

/** Letters with what old codes put in their place: signs that stand inside no word. */
const WORD = /[\p{L}\p{M}\u00A1-\u00BF×÷]+/gu
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const ONSET = '(?:ngh?|[ckgpt]h|gi|nh|qu|tr|[bcdđghklmnrstvx])?'
const SYLLABLE = new RegExp(`^${ONSET}[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$`)

/**
 * How much a text looks Vietnamese: its syllables with diacritics, less twice the words with signs that are none. Plain
 * ASCII words say nothing. Linear in the text.
 */
export function vietnameseScore(text: string): number {
  let score = 0
  for (const [word] of text.matchAll(WORD)) {
    if (!/[^\x00-\x7F]/.test(word) || !/\p{L}/u.test(word)) continue
    score += isSyllable(word) ? 1 : -2
  }
  return score
}

function isSyllable(word: string): boolean {
  if (word.length > 16) return false
  const decomposed = normalise(word).toLowerCase().normalize('NFD')
  if ((decomposed.match(TONES)?.length ?? 0) > 1) return false
  return SYLLABLE.test(decomposed.replace(TONES, '').normalize('NFC'))
}
