import { fold } from '#app/core/vietnamese_text'
import { searchUnits, type SearchUnit } from './search_units.js'

/** Known words: the folded form, how it is mostly written, and how often it occurs. */
export type Vocabulary = Map<string, { written: string; count: number }>

export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const spellings = new Map<string, Map<string, number>>()
  for (const text of texts) {
    for (const { folded, start, end } of searchUnits(text)) {
      const written = text.slice(start, end).toLowerCase()
      const counts = spellings.get(folded) ?? new Map<string, number>()
      spellings.set(folded, counts.set(written, (counts.get(written) ?? 0) + 1))
    }
  }
  const vocabulary: Vocabulary = new Map()
  for (const [folded, counts] of spellings) {
    const [written] = [...counts].sort(([, a], [, b]) => b - a)[0]!
    vocabulary.set(folded, { written, count: [...counts.values()].reduce((sum, count) => sum + count, 0) })
  }
  return vocabulary
}

/** The text with its unknown words replaced by known ones that look alike; null where there is nothing to replace. */
export function correct(text: string, vocabulary: Vocabulary): string | null {
  const replaced = searchUnits(text).map((unit) => replacement(unit, vocabulary))
  if (replaced.every((word) => word === null)) return null
  return searchUnits(text)
    .map(({ start, end }, at) => replaced[at] ?? text.slice(start, end))
    .join(' ')
}

function replacement({ folded }: SearchUnit, vocabulary: Vocabulary): string | null {
  if (vocabulary.has(folded) || folded.length < 3 || /\d/.test(folded)) return null
  const typed = vocabulary.get(withoutTelex(folded))
  if (typed) return typed.written
  let nearest: { written: string; count: number } | null = null
  for (const [known, word] of vocabulary) {
    const isMoreFrequent = !nearest || word.count > nearest.count
    if (known.length > 2 && isMoreFrequent && isOneEditAway(folded, known)) nearest = word
  }
  return nearest?.written ?? null
}

/** What the keyboard would have made of it: `luaatj` → luat, `ddaats` → dat. Letters for tones stand after a vowel. */
export function withoutTelex(word: string): string {
  const [, before = '', after = ''] = /^([^aeiouy]*)(.*)$/.exec(fold(word)) ?? []
  const vowels = after
    .replace(/[sfrxjw]/g, '')
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo/g, 'o')
  return before.replace('dd', 'd').replace(/w$/, 'u') + vowels.replace(/d$/, '')
}

/** One letter added, left out, changed, or two neighbours swapped. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  const swapped = restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0]
  return (
    (swapped && restA.slice(2) === restB.slice(2)) ||
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1)
  )
}
