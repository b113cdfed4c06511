import { fold } from '#app/core/vietnamese_text'
import type { LegalDay } from '#app/core/legal_day'
import type { LawKind } from '../law_kinds.js'
import { formatLawNumber, kindOfNumber, lawNumberKey, type LawNumber } from '../law_number.js'
import type { IndexedLaw, LawIndex } from './law_index.js'
import { versionOn } from './read_title.js'

export interface NumberQuestion {
  number: LawNumber
  /** The kind the text names. */
  kind: LawKind | null
  /** The date of issue the text names, or its year. */
  issuedOn: LegalDay | null
  asOf: LegalDay
}

export interface NumberAnswer {
  law: IndexedLaw | null
  /** Official spelling; null where the text gives too little (`Nghị định 999`). */
  number: string | null
  assumed: boolean
}

const ALIKE: Partial<Record<LawKind, LawKind[]>> = {
  luat: ['luat', 'bo_luat'],
  bo_luat: ['bo_luat', 'luat'],
  quyet_dinh: ['quyet_dinh', 'quyet_dinh_ca_biet'],
  nghi_quyet: ['nghi_quyet', 'nghi_quyet_lien_tich'],
  thong_tu: ['thong_tu', 'thong_tu_lien_tich'],
}

const fits = (kind: LawKind | null, law: IndexedLaw) =>
  kind === null || (ALIKE[kind] ?? [kind]).includes(law.kind)

const ALWAYS_DATED: readonly (LawKind | null)[] = ['nghi_dinh', 'thong_tu', 'thong_tu_lien_tich']

/** The code that goes without saying: only the Government issues decrees. */
const impliedCode = (kind: LawKind | null) => (kind === 'nghi_dinh' ? 'NĐ-CP' : null)

/** Provinces all count for themselves, and so do the yearless: there the date of issue tells documents apart. */
const isNationwide = ({ code, year }: LawNumber) => year !== null && !/UBND|HĐND/.test(code ?? '')

export function candidatesFor({ number, kind }: NumberQuestion, index: LawIndex): IndexedLaw[] {
  const { sequence, year, code } = number
  if (code) {
    const whole = index.byNumber.get(lawNumberKey(formatLawNumber(number))) ?? []
    if (whole.length || year) return whole
    return index.bySequenceAndCode.get(`${sequence}|${fold(code)}`) ?? []
  }
  const loose = year ? index.bySequenceAndYear.get(`${sequence}/${year}`) : index.bySequence.get(sequence)
  return (loose ?? []).filter((law) => fits(kind, law))
}

function datesAgree(law: IndexedLaw, issuedOn: LegalDay | null): boolean {
  return issuedOn === null || law.issuedOn === null || law.issuedOn.startsWith(issuedOn)
}

/** Which document a number means; `candidates` may already be narrowed by its issuer. */
export function resolveNumber(question: NumberQuestion, candidates: IndexedLaw[]): NumberAnswer {
  const { number, kind, issuedOn, asOf } = question
  const agreeing = candidates.filter((law) => datesAgree(law, issuedOn))
  const left = isNationwide(number) && !agreeing.length ? candidates : agreeing
  const ofKind = left.filter((law) => fits(kind, law))
  const best = ofKind.length ? ofKind : left
  const yearSaid = number.year !== null || issuedOn !== null
  if (best.length === 1 && best[0]) {
    const law = best[0]
    const sameNumber = lawNumberKey(law.number) === lawNumberKey(formatLawNumber(number))
    return { law, number: law.number, assumed: !yearSaid && !sameNumber }
  }
  if (best.length > 1 && !yearSaid && new Set(best.map((law) => law.number)).size > 1) {
    const law = versionOn(best, asOf)
    if (law) return { law, number: law.number, assumed: true }
  }
  const code = number.code ?? impliedCode(kind)
  // Decisions may be numbered without a year; decrees and circulars never are.
  const needsYear = ALWAYS_DATED.includes(kindOfNumber(`1/${code ?? ''}`) ?? kind)
  const year = number.year ?? (needsYear ? (issuedOn?.slice(0, 4) ?? null) : null)
  return {
    law: null,
    number: year !== null || number.code !== null ? formatLawNumber({ ...number, year, code }) : null,
    assumed: false,
  }
}
