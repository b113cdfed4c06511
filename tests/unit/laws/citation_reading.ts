import { buildLawIndex } from '#app/laws/citations/law_index'
import { parseCitations, type ParsedCitation } from '#app/laws/citations/parse_citations'
import { readLaws } from '#app/laws/import/read_laws'
import { requireRows } from '#app/laws/import/tsv'
import { readFileSync } from 'node:fs'

const starting = new URL('../../../backend/database/data/laws.tsv', import.meta.url)

/** The starting record, each law with its number as id. */
export const records = requireRows(readLaws(readFileSync(starting, 'utf8'))).map((row) => ({
  ...row,
  id: row.number,
}))

export const startingIndex = buildLawIndex(records)

export const TODAY = '2026-11-24'

/** `p=a,b k=3 d=5 vb=168/2024/NĐ-CP`; `?` before a number that is not in the record, `~` behind an assumed version. */
export function inShort({ points, clauses, articles, law, number, assumed }: ParsedCitation): string {
  const parts = [
    points.length ? `p=${points}` : '',
    clauses.length ? `k=${clauses}` : '',
    articles.length ? `d=${articles}` : '',
    law ? `vb=${law.number}${assumed ? '~' : ''}` : number ? `vb=?${number}` : '',
  ]
  return parts.filter((part) => part !== '').join(' ') || '-'
}

export const read = (text: string, asOf = TODAY) => parseCitations(text, startingIndex, { asOf })

/** All citations of a text, in short, ` ; ` between them. */
export const readInShort = (text: string, asOf?: string) => read(text, asOf).map(inShort).join(' ; ')
