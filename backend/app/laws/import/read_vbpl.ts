import { isLegalDay, todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { fold, normalise } from '#app/core/vietnamese_text'
import { LAW_KIND_NAMES, LAW_KINDS, type LawKind } from '../law_kinds.js'
import { kindOfNumber, normaliseLawNumber } from '../law_number.js'
import { LAW_STATUS_NAMES, LAW_STATUSES, type LawStatus } from '../law_status.js'
import { importProblem, type ImportCode, type ImportReading } from './tsv.js'

/** A document as the national database of legal documents (vbpl.vn) gives it; what it leaves out is null. */
export interface VbplRow {
  number: string
  kind: LawKind | null
  title: string | null
  issuer: string | null
  issuedOn: LegalDay | null
  effectiveOn: LegalDay | null
  expiredOn: LegalDay | null
  statedStatus: LawStatus
  /** The place in the list, from 1. */
  line: number
}

const STATUS_CODES: Record<string, LawStatus> = {
  chl: 'con_hieu_luc',
  cchl: 'chua_co_hieu_luc',
  hhl: 'het_hieu_luc_toan_bo',
  hhltb: 'het_hieu_luc_toan_bo',
  hhlmp: 'het_hieu_luc_mot_phan',
  nhl: 'ngung_hieu_luc',
  nhlmp: 'ngung_hieu_luc_mot_phan',
  kcph: 'khong_con_phu_hop',
}

const KINDS_BY_NAME = new Map(LAW_KINDS.map((kind) => [fold(LAW_KIND_NAMES[kind].vi), kind]))
const STATUSES_BY_NAME = new Map(LAW_STATUSES.map((status) => [fold(LAW_STATUS_NAMES[status].vi), status]))

type Entry = Record<string, unknown>

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function textOf(value: unknown): string | null {
  if (isEntry(value)) return textOf(value.name) ?? textOf(value.code)
  return typeof value === 'string' && value.trim() ? normalise(value.trim()) : null
}

function statusOf(value: unknown): LawStatus | null {
  const code = isEntry(value) ? textOf(value.code) : null
  const written = textOf(value)
  if (!written) return 'chua_xac_minh'
  const name = fold(written).replace(/\s+/g, ' ')
  return STATUSES_BY_NAME.get(name) ?? STATUS_CODES[fold(code ?? written)] ?? null
}

/** `2024-01-18`, `18/01/2024` or a moment, which is read as the day it then was in Vietnam; undefined: none of these. */
function dayOf(value: unknown): LegalDay | null | undefined {
  const written = textOf(value)
  if (!written) return null
  const spelled = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(written)
  if (spelled) {
    const [, day = '', month = '', year = ''] = spelled
    const turned = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isLegalDay(turned) ? turned : undefined
  }
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(written) && written.includes('T')
  const moment = hasZone ? new Date(written) : null
  if (moment) return Number.isNaN(moment.getTime()) ? undefined : todayInVietnam(moment)
  const day = written.slice(0, 10)
  return isLegalDay(day) ? day : undefined
}

function listOf(parsed: unknown): unknown[] | null {
  if (Array.isArray(parsed)) return parsed
  if (!isEntry(parsed)) return null
  const inner = [parsed.data, parsed.items, parsed.content].find((value) => value !== undefined)
  return inner === undefined ? ('docNum' in parsed ? [parsed] : null) : listOf(inner)
}

function parse(text: string): unknown[] | null {
  try {
    return listOf(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Reads vbpl-style JSON: one document, a list, or a list under `data`, `items` or `content`, with `docNum`,
 * `effStatus` (a name, a code, or both), `issueDate`, `effFrom`, `effTo`, and perhaps `title`, `docType`, `agencyName`.
 */
export function readVbpl(text: string, file = 'vbpl.json'): ImportReading<VbplRow> {
  const reading: ImportReading<VbplRow> = { rows: [], problems: [] }
  const complain = (code: ImportCode, line: number, column: string, value: unknown = '') =>
    void reading.problems.push(importProblem(code, { file, line, column }, textOf(value) ?? ''))
  const entries = parse(text)
  if (!entries) complain('E_IMPORT_COLUMNS', 1, 'docNum')
  for (const [index, entry] of (entries ?? []).entries()) {
    const line = index + 1
    const written = isEntry(entry) ? textOf(entry.docNum) : null
    if (!isEntry(entry) || !written) {
      complain('E_IMPORT_MISSING', line, 'docNum')
      continue
    }
    const [issuedOn, effectiveOn, expiredOn] = [entry.issueDate, entry.effFrom, entry.effTo].map(dayOf)
    const statedStatus = statusOf(entry.effStatus)
    if (issuedOn === undefined) complain('E_IMPORT_DATE', line, 'issueDate', entry.issueDate)
    if (effectiveOn === undefined) complain('E_IMPORT_DATE', line, 'effFrom', entry.effFrom)
    if (expiredOn === undefined) complain('E_IMPORT_DATE', line, 'effTo', entry.effTo)
    if (statedStatus === null) complain('E_IMPORT_VALUE', line, 'effStatus', entry.effStatus)
    if (issuedOn === undefined || effectiveOn === undefined || expiredOn === undefined || !statedStatus)
      continue
    const number = normaliseLawNumber(written)
    reading.rows.push({
      number,
      kind: KINDS_BY_NAME.get(fold(textOf(entry.docType) ?? '')) ?? kindOfNumber(number),
      title: textOf(entry.title),
      issuer: textOf(entry.agencyName),
      issuedOn,
      effectiveOn,
      expiredOn,
      statedStatus,
      line,
    })
  }
  return reading
}
