import { isLegalDay, type LegalDay } from '#app/core/legal_day'
import { isLawKind, type LawKind } from '../law_kinds.js'
import { lawNumberKey, normaliseLawNumber } from '../law_number.js'
import { isLawStatus, type LawStatus } from '../law_status.js'
import { readTable, type ImportReading } from './tsv.js'

export type Confidence = 'high' | 'medium' | 'low'

export interface LawRow {
  kind: LawKind
  /** In its official spelling. */
  number: string
  title: string
  issuer: string
  issuedOn: LegalDay | null
  effectiveOn: LegalDay | null
  /** The first day on which it is no longer in force. */
  expiredOn: LegalDay | null
  statedStatus: LawStatus
  topicSlug: string | null
  confidence: Confidence
  /** The line in the file, for problems that only show later. */
  line: number
}

const COLUMNS = [
  'so_hieu',
  'kind',
  'title',
  'issuing_body',
  'date_issued',
  'date_effective',
  'date_expired',
  'status',
  'topic_slug',
  'confidence',
] as const

const isConfidence = (value: string): value is Confidence => ['high', 'medium', 'low'].includes(value)

/** A number alone is no key: kind, issuer, number and date of issue together are (law-model). */
export function lawKey(row: {
  kind: string
  issuer: string
  number: string
  issuedOn: string | null
}): string {
  return [row.kind, row.issuer.toLowerCase(), lawNumberKey(row.number), row.issuedOn ?? ''].join('|')
}

/** `topicSlugs`: the topics there are; others are refused. Without it, any slug passes. */
export function readLaws(
  text: string,
  topicSlugs?: ReadonlySet<string>,
  file = 'laws.tsv'
): ImportReading<LawRow> {
  const seen = new Set<string>()
  return readTable(file, text, COLUMNS, (line) => {
    const number = line.required('so_hieu')
    const kind = line.oneOf('kind', isLawKind)
    const title = line.required('title')
    const issuer = line.required('issuing_body')
    const statedStatus = line.oneOf('status', isLawStatus)
    const confidence = line.oneOf('confidence', isConfidence)
    const issuedOn = line.optionalDay('date_issued', isLegalDay)
    const effectiveOn = line.optionalDay('date_effective', isLegalDay)
    const expiredOn = line.optionalDay('date_expired', isLegalDay)
    const topicSlug = line.optional('topic_slug')
    if (!number || !kind || !title || !issuer || !statedStatus || !confidence) return null
    if (topicSlug && topicSlugs && !topicSlugs.has(topicSlug)) {
      return line.complain('E_IMPORT_VALUE', 'topic_slug', topicSlug)
    }
    if (effectiveOn && expiredOn && expiredOn < effectiveOn) {
      return line.complain('E_IMPORT_DATE', 'date_expired', expiredOn)
    }
    const row: LawRow = {
      kind,
      number: normaliseLawNumber(number),
      title,
      issuer,
      issuedOn,
      effectiveOn,
      expiredOn,
      statedStatus,
      topicSlug,
      confidence,
      line: line.line,
    }
    const key = lawKey(row)
    if (seen.has(key)) return line.complain('E_IMPORT_DUPLICATE', 'so_hieu', number)
    seen.add(key)
    return row
  })
}
