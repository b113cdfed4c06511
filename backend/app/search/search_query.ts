import { exactText, foldedText, searchUnits, type SearchUnit } from './search_units.js'
import type { SearchWords, Wording } from './search_words.js'

/** What a video must hold: all the words (anywhere) and all the phrases (as they stand). Folded. */
export interface Clause {
  words: string[]
  phrases: string[]
}

export interface SearchQuery {
  units: SearchUnit[]
  /** The units that say what is meant: all but stop words, unless there are no others. */
  content: SearchUnit[]
  /** The text itself first, then other ways to say it; a video fits that fits one of them. */
  clauses: Clause[]
  /** Other wordings that stand for a part of the text: for ranking and for finding the topic. */
  wordings: Wording[]
}

const longestQuery = 24
const longestText = 1000
const mostAlternatives = 12
/** A longer term is a description: its words need not stand side by side. */
const longestPhrase = 4

/** Any text becomes a query: what is neither a letter nor a digit says nothing. */
export function readQuery(text: string, { groups, stopWords }: SearchWords): SearchQuery {
  const units = searchUnits(text.slice(0, longestText)).slice(0, longestQuery)
  const isPlain = isPlainlyTyped(units)
  const isContent = ({ exact, folded }: SearchUnit) =>
    isPlain ? !stopWords.folded.has(folded) : !stopWords.exact.has(exact)
  const content = units.some(isContent) ? units.filter(isContent) : units
  const clauses: Clause[] = content.length
    ? [{ words: content.map(({ folded }) => folded), phrases: [] }]
    : []
  const wordings: Wording[] = []
  for (const { from, length, others } of replacements(units, groups)) {
    const rest = [...units.slice(0, from), ...units.slice(from + length)].filter(isContent)
    for (const other of others) {
      if (clauses.length > mostAlternatives || isTooShort(other)) continue
      const isPhrase = other.units.length <= longestPhrase
      const described = isPhrase ? [] : other.units.filter(isContent)
      clauses.push({
        words: [...rest, ...described].map(({ folded }) => folded),
        phrases: isPhrase ? [other.folded] : [],
      })
      wordings.push(other)
    }
  }
  return { units, content, clauses, wordings }
}

/** Typed without any diacritics, ma may be mạ, má or ma; with them, only what is meant. */
export const isPlainlyTyped = (units: SearchUnit[]) => units.every(({ exact, folded }) => exact === folded)

interface Replacement {
  from: number
  length: number
  others: Wording[]
}

/** The parts of the text that can be said otherwise, the longest first, none inside another. */
function replacements(units: SearchUnit[], groups: Wording[][]): Replacement[] {
  const isPlain = isPlainlyTyped(units)
  const found: Replacement[] = []
  for (const group of groups) {
    for (const wording of group) {
      if (isPlain && isTooShort(wording)) continue
      const from = isPlain
        ? position(foldedText(units), wording.folded)
        : position(exactText(units), wording.exact)
      if (from === null) continue
      const others = group.filter((other) => other !== wording)
      found.push({ from, length: wording.units.length, others })
    }
  }
  found.sort((a, b) => b.length - a.length)
  return found.filter(
    (one, at) => !found.slice(0, at).some((longer) => longer.length > one.length && isInside(one, longer))
  )
}

const isInside = (a: Replacement, b: Replacement) =>
  a.from >= b.from && a.from + a.length <= b.from + b.length

/** Index of the unit at which the phrase begins. */
function position(text: string, phrase: string): number | null {
  const at = ` ${text} `.indexOf(` ${phrase} `)
  return at < 0 ? null : text.slice(0, at).split(' ').filter(Boolean).length
}

/** A lone short syllable means too much once its diacritics are gone. */
const isTooShort = ({ units, folded }: Wording) => units.length === 1 && folded.length < 3
