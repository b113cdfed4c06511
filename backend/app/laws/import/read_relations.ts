import { isLegalDay, type LegalDay } from '#app/core/legal_day'
import { LAW_KIND_NAMES, type LawKind } from '../law_kinds.js'
import { kindOfNumber, lawNumberKey, normaliseLawNumber, parseLawNumber } from '../law_number.js'
import { isRelationKind, type RelationKind } from '../relation_kinds.js'
import { readTable, type ImportReading } from './tsv.js'

export interface RelationRow {
  kind: RelationKind
  sourceNumber: string
  targetNumber: string
  /** null where the kind has none (a decree that guides a law). */
  scope: 'whole' | 'part' | null
  fromOn: LegalDay | null
  line: number
}

const COLUMNS = ['source', 'relation', 'target', 'scope', 'from_date'] as const

export function readRelations(text: string, file = 'relations.tsv'): ImportReading<RelationRow> {
  const seen = new Set<string>()
  return readTable(file, text, COLUMNS, (line) => {
    const source = line.required('source')
    const kind = line.oneOf('relation', isRelationKind)
    const target = line.required('target')
    const scope = line.optional('scope')
    const fromOn = line.optionalDay('from_date', isLegalDay)
    if (!source || !kind || !target) return null
    if (scope !== null && scope !== 'whole' && scope !== 'part') {
      return line.complain('E_IMPORT_VALUE', 'scope', scope)
    }
    const row: RelationRow = {
      kind,
      sourceNumber: normaliseLawNumber(source),
      targetNumber: normaliseLawNumber(target),
      scope,
      fromOn,
      line: line.line,
    }
    if (row.sourceNumber === row.targetNumber) return line.complain('E_IMPORT_VALUE', 'target', target)
    const key = [row.kind, lawNumberKey(source), lawNumberKey(target), scope].join('|')
    if (seen.has(key)) return line.complain('E_IMPORT_DUPLICATE', 'source', source)
    seen.add(key)
    return row
  })
}

/** A document that relations name and the record does not have: only its number is known, and nothing verified. */
export interface LawStub {
  kind: LawKind
  number: string
  title: string
  issuer: string | null
  statedStatus: 'chua_xac_minh'
}

const ISSUERS: [RegExp, string][] = [
  [/\/QH\d+$/, 'Quốc hội'],
  [/UBTVQH\d+$/, 'Ủy ban Thường vụ Quốc hội'],
  [/-CP$/, 'Chính phủ'],
  [/-TTg$/, 'Thủ tướng Chính phủ'],
]

function stub(number: string): LawStub {
  // QH numbers are laws, codes and resolutions alike: most that change another document are laws.
  const kind = kindOfNumber(number) ?? 'luat'
  const issuer = ISSUERS.find(([ending]) => ending.test(number))?.[1] ?? null
  return {
    kind,
    number,
    title: `${LAW_KIND_NAMES[kind].vi} số ${number}`,
    issuer,
    statedStatus: 'chua_xac_minh',
  }
}

/** Stubs, each once, for the sources and targets of relations that are not among the numbers of the record. */
export function stubsFor(relations: RelationRow[], numbers: Iterable<string>): LawStub[] {
  const known = new Set([...numbers].map(lawNumberKey))
  const stubs: LawStub[] = []
  for (const { sourceNumber, targetNumber } of relations) {
    for (const number of [sourceNumber, targetNumber]) {
      const key = lawNumberKey(number)
      if (known.has(key) || !parseLawNumber(number)) continue
      known.add(key)
      stubs.push(stub(number))
    }
  }
  return stubs
}
