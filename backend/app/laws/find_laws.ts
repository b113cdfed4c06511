import type { LegalDay } from '#app/core/legal_day'
import { fold, foldVowel } from '#app/core/vietnamese_text'
import { parseCitations } from './citations/parse_citations.js'
import type Law from './law.js'
import { LAW_KIND_NAMES } from './law_kinds.js'
import type { LawRecord } from './law_record.js'
import type { LawStatus } from './law_status.js'

export interface FoundLaw {
  law: Law
  /** Higher is better; comparable within one query only. */
  score: number
}

/** Folded syllables and numbers: `nd168/2024` → nd, 168, 2024. Leading zeros fall, so that 2/2007 is 02/2007. */
export const lawUnits = (text: string): string[] =>
  (fold(text).match(/[a-z]+|\d+/g) ?? []).map((unit) => foldVowel(unit.replace(/^0+(?=\d)/, '')))

interface Entry {
  units: Set<string>
  number: string
  title: string
}

const entries = new WeakMap<Law, Entry>()

function entryOf(law: Law): Entry {
  const known = entries.get(law)
  if (known) return known
  const title = lawUnits(law.title)
  const number = lawUnits(law.number)
  const entry = {
    units: new Set([...title, ...number, ...lawUnits(`${LAW_KIND_NAMES[law.kind].vi} số`)]),
    number: number.join(' '),
    title: title.join(' '),
  }
  entries.set(law, entry)
  return entry
}

const rank: Partial<Record<LawStatus, number>> = {
  con_hieu_luc: 6,
  het_hieu_luc_mot_phan: 5,
  chua_co_hieu_luc: 2,
}

/**
 * The documents that the text cites, then those in which every word of it stands (in title, number or kind; the last one
 * may be `unfinished`, as while typing), the nearest first; among equals the law in force on the day, then the newest.
 */
export function findLaws(
  record: LawRecord,
  text: string,
  day: LegalDay,
  { unfinished = true } = {}
): FoundLaw[] {
  const units = lawUnits(text).slice(0, 40)
  if (!units.length) return []
  const cited = citedIds(record, text, day)
  const needs = units.map((unit) => ({ unit, means: record.citationIndex.abbreviations.get(unit) }))
  const phrase = needs.flatMap(({ unit, means }) => means ?? [unit]).join(' ')
  const found: FoundLaw[] = []
  for (const law of record.laws) {
    const entry = entryOf(law)
    const fits = needs.every(({ unit, means }, at) => {
      if (entry.units.has(unit) || means?.every((part) => entry.units.has(part))) return true
      const mayGoOn = unfinished && at === needs.length - 1 && unit.length > 1
      return mayGoOn && [...entry.units].some((own) => own.startsWith(unit))
    })
    if (!fits && !cited.has(law.id)) continue
    const named = cited.has(law.id) ? 200 : numberScore(entry, units) + titleScore(entry, phrase)
    found.push({ law, score: named + (rank[record.statusOn(law, day).status] ?? 0) })
  }
  const newest = (a: Law, b: Law) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? '')
  return found.sort((a, b) => b.score - a.score || newest(a.law, b.law))
}

/** `điều 8 luật đất đai`: what the words say as a citation, whatever else stands in them. */
const citedIds = (record: LawRecord, text: string, day: LegalDay) =>
  new Set(parseCitations(text, record.citationIndex, { asOf: day }).map(({ law }) => law?.id))

/** The number as far as it was written: `168` and `168/2024` begin 168/2024/NĐ-CP. */
function numberScore({ number }: Entry, units: string[]): number {
  const written = units.slice(units.findIndex((unit) => /^\d/.test(unit)))
  const isBegun = /^\d/.test(written[0] ?? '') && `${number} `.startsWith(`${written.join(' ')} `)
  return isBegun || ` ${units.join(' ')} `.includes(` ${number} `) ? 100 : 0
}

function titleScore({ title }: Entry, phrase: string): number {
  if (title === phrase) return 60
  if (title.startsWith(phrase) || title.endsWith(` ${phrase}`)) return 40
  return ` ${title} `.includes(` ${phrase} `) ? 20 : 0
}
