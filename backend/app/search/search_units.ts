import { foldVowel, remembering, spellingKey, tokens } from '#app/core/vietnamese_text'

/** One syllable or number of a text, in the two forms that searching compares. */
export interface SearchUnit {
  /** With its diacritics, whatever the placement of the tone: hoà and hòa are one, and so are lí and lý. */
  exact: string
  /** Without them; 02 and 2 are one. */
  folded: string
  /** UTF-16 offsets in the text. */
  start: number
  end: number
}

/** No word of any language is longer; databases refuse lexemes of some kilobytes. */
const longestUnit = 40

export function searchUnits(text: string): SearchUnit[] {
  return tokens(text)
    .filter(({ kind }) => kind !== 'sign')
    .map(({ kind, exact, folded, start, end }) => ({
      exact: exactKey(exact).slice(0, longestUnit),
      folded: (kind === 'number' ? folded.replace(/^0+(?=.)/, '') : foldVowel(folded)).slice(0, longestUnit),
      start,
      end,
    }))
    .filter(({ folded }) => folded !== '')
}

/** lí is lý here too: both spellings are right. The key ends in the digit of its tone. */
const exactKey = remembering((word) => spellingKey(word).replace(/^\p{L}+/u, foldVowel))

export const foldedText = (units: SearchUnit[]) => units.map(({ folded }) => folded).join(' ')
export const exactText = (units: SearchUnit[]) => units.map(({ exact }) => exact).join(' ')

/** The text of a field in both forms, set between spaces, so that whole units are found by plain search in it. */
export interface FieldText {
  folded: string
  exact: string
}

export const fieldText = (units: SearchUnit[]): FieldText => ({
  folded: ` ${foldedText(units)} `,
  exact: ` ${exactText(units)} `,
})

/** Whether the words stand one after the other in the text of a field. */
export const holds = (text: string, phrase: string) => text.includes(` ${phrase} `)
