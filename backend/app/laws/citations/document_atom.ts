import type { TextToken } from '#app/core/vietnamese_text'
import type { LegalDay } from '#app/core/legal_day'
import type { IndexedLaw, LawIndex } from './law_index.js'

export interface Context {
  tokens: TextToken[]
  index: LawIndex
  asOf: LegalDay
}

/** A document as it is named in the text. */
export interface DocumentAtom {
  law: IndexedLaw | null
  number: string | null
  assumed: boolean
  /** Worth an entry of its own, without any provision. */
  alone: boolean
  from: number
  next: number
}
