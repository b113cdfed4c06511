import { fold, normalise, slugify } from '#app/core/vietnamese_text'
import type { LawKind } from './law_kinds.js'

/** The parts of a document number. `31/2024/QH15`: sequence 31, year 2024, code QH15. */
export interface LawNumber {
  /** At least two digits, as official numbers are written (`02/2007/QH12`). */
  sequence: string
  /** null where the kind is numbered without a year (`471/QĐ-TTg`). */
  year: string | null
  /** Kind and issuer (`NĐ-CP`, `QH15`), null where it was left out (`168/2024`). */
  code: string | null
}

/** Codes whose official spelling is not simply upper case, by their folded form. */
const SPELLINGS: Record<string, string> = {
  nd: 'NĐ',
  qd: 'QĐ',
  ttg: 'TTg',
  hdnd: 'HĐND',
  hdtp: 'HĐTP',
  bldtbxh: 'BLĐTBXH',
  bgddt: 'BGDĐT',
  hdbt: 'HĐBT',
  hdbc: 'HĐBC',
  hdbcqg: 'HĐBCQG',
  tldld: 'TLĐLĐ',
  ubdt: 'UBDT',
  ldtbxh: 'LĐTBXH',
  gddt: 'GDĐT',
}

const KIND_CODES: Record<string, LawKind> = {
  nd: 'nghi_dinh',
  qd: 'quyet_dinh',
  nq: 'nghi_quyet',
  nqlt: 'nghi_quyet_lien_tich',
  pl: 'phap_lenh',
  tt: 'thong_tu',
  ttlt: 'thong_tu_lien_tich',
  ct: 'chi_thi',
  kh: 'ke_hoach',
  vbhn: 'van_ban_hop_nhat',
  l: 'lenh',
  lenh: 'lenh',
}

/** `NĐCP`, `QDTTg`, `PLUBTVQH11`: the hyphen was lost between these kinds and these issuers. */
const LOST_HYPHEN = /^(nd|qd|nq|pl|ct|tt|kh|vbhn)(cp|ttg|ubnd|hdnd|hdtp|ubtvqh\d*|vpqh|vpcp|b[a-z]{1,6})$/

const spell = (part: string) => SPELLINGS[fold(part)] ?? normalise(part).toUpperCase()

/** `nd-cp`, `ND – CP`, `NĐCP`, `TT- BXD` → `NĐ-CP`, `TT-BXD`; `qh 15` → `QH15`. */
export function normaliseCode(code: string): string {
  const tight = normalise(code)
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—−_]/g, '-')
    .replace(/^-+|-+$/g, '')
  const folded = fold(tight)
  const split = LOST_HYPHEN.exec(folded)
  const parts = split && !KIND_CODES[folded] ? [split[1] ?? '', split[2] ?? ''] : tight.split(/-+/)
  return parts.map(spell).join('-')
}

export const padSequence = (digits: string) => digits.replace(/^0+(?=\d)/, '').padStart(2, '0')

const WHOLE =
  /^(?:(nd|qd|nq|pl|tt|ttlt|ct|kh|vbhn|luat)\.?\s*)?(?:so\s*:?\s*)?(\d{1,6})\s*(?:\/\s*((?:19|20)\d{2})(?!\d))?\s*(?:[/-]?\s*([a-z][a-z0-9&\s_‐‑‒–—−-]{0,60}))?$/

/**
 * Reads one document number standing alone, as people write it: `nd168/2024`, `168/2024/ND-CP`,
 * `09/2023/TT- BXD`, `2/2007/QH12`, `471/qđ-ttg`. Answers null when the text is not a number.
 */
export function parseLawNumber(text: string): LawNumber | null {
  const written = normalise(text).trim().slice(0, 120)
  const found = WHOLE.exec(fold(written))
  if (!found?.[2]) return null
  const [, prefix, sequence, year, code] = found
  if (!year && !code && !prefix) return null
  const implied = prefix === 'nd' ? 'NĐ-CP' : null
  return {
    sequence: padSequence(sequence),
    year: year ?? null,
    code: code ? normaliseCode(code) : implied,
  }
}

/** `{ sequence: '02', year: '2007', code: 'QH12' }` → `02/2007/QH12`. */
export function formatLawNumber({ sequence, year, code }: LawNumber): string {
  return [sequence, year, code].filter((part) => part !== null).join('/')
}

/** The official spelling of a number, or the text as it was (trimmed, NFC) where it is none (`Hiến pháp 2013`). */
export function normaliseLawNumber(text: string): string {
  const parsed = parseLawNumber(text)
  return parsed ? formatLawNumber(parsed) : normalise(text).trim().replace(/\s+/g, ' ')
}

/** The key on which numbers are compared: official spelling, folded, no white space. Whole keys only are equal. */
export function lawNumberKey(text: string): string {
  return fold(normaliseLawNumber(text)).replace(/\s+/g, '-')
}

/** Whether `number` stands in `text` with no digit or letter of a longer number around it. */
export function containsLawNumber(text: string, number: string): boolean {
  const hay = fold(text).replace(/\s*([/-])\s*/g, '$1')
  const key = lawNumberKey(number)
  for (let at = hay.indexOf(key); at >= 0; at = hay.indexOf(key, at + 1)) {
    const before = hay[at - 1] ?? ' '
    const after = hay[at + key.length] ?? ' '
    if (!/[\p{L}\p{N}/]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}

/** The kind a number shows; null where it does not tell (`QH15` numbers are laws, codes and resolutions alike). */
export function kindOfNumber(number: string): LawKind | null {
  const parsed = parseLawNumber(number)
  if (!parsed?.code) return /^hien phap/.test(fold(number)) ? 'hien_phap' : null
  const first = fold(parsed.code).split('-')[0] ?? ''
  if (/^ubtvqh\d+$/.test(first)) return 'phap_lenh'
  const kind = KIND_CODES[first] ?? null
  return kind === 'quyet_dinh' && !parsed.year ? 'quyet_dinh_ca_biet' : kind
}

/** `36/2024/QH15` → `36-2024-qh15`. */
export const lawSlug = (number: string) => slugify(normaliseLawNumber(number))
