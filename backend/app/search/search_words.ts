import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { exactText, foldedText, searchUnits, type SearchUnit } from './search_units.js'

/** One way to say it. */
export interface Wording {
  text: string
  units: SearchUnit[]
  folded: string
  exact: string
}

/** Ways to say the same: everyday words, the legal term, abbreviations. */
export type WordingGroup = Wording[]

export interface SearchWords {
  groups: WordingGroup[]
  /** They say little of what is meant. Exact: cho is one, chó is not; folded for what is typed without diacritics. */
  stopWords: { exact: ReadonlySet<string>; folded: ReadonlySet<string> }
}

let words: SearchWords | undefined

/** The tables of everyday words and abbreviations, read once. */
export function searchWords(): SearchWords {
  return (words ??= {
    groups: [...rows('synonyms.tsv'), ...rows('abbreviations.tsv')].map(group),
    stopWords: readStopWords(lines('stopwords.txt').map(searchUnits)),
  })
}

function readStopWords(units: SearchUnit[][]): SearchWords['stopWords'] {
  return { exact: new Set(units.map(exactText)), folded: new Set(units.map(foldedText)) }
}

const lines = (file: string) =>
  readFileSync(app.makePath('database/data', file), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))

const rows = (file: string) => lines(file).slice(1)

/** `sổ đỏ|sổ hồng ⇥ Giấy chứng nhận …; …`: the forms, and the terms that are set apart by semicolons. */
function group(row: string): WordingGroup {
  const [forms = '', terms = ''] = row.split('\t')
  const texts = [...forms.split('|'), ...terms.split(';')]
  const wordings = texts.map(wording).filter(({ units }) => units.length > 0)
  return [...new Map(wordings.map((one) => [one.exact, one])).values()]
}

function wording(text: string): Wording {
  const units = searchUnits(text.replace(/[()]/g, ' '))
  return { text, units, folded: foldedText(units), exact: exactText(units) }
}
