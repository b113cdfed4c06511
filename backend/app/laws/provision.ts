/**
 * A place in a document: article (Điều), clause (khoản), point (điểm), as written in the law: `256a`, `2a`, `đ`.
 * A part that is not named is null; a point may stand directly under an article.
 */
export interface Provision {
  article: string | null
  clause: string | null
  point: string | null
}

/** The letters of points, in the order of the law. There is no f, j, w or z, and d and đ are two points. */
export const POINT_LETTERS = [...'abcdđeghiklmnopqrstuvxy'] as const

const ARTICLE_OR_CLAUSE = /^[1-9]\d{0,3}[a-zđ]{0,2}$/
const POINT = /^[abcdđeghiklmnopqrstuvxy]{1,2}\d{0,2}$/

export const isArticle = (value: string) => ARTICLE_OR_CLAUSE.test(value)
export const isClause = (value: string) => ARTICLE_OR_CLAUSE.test(value)
export const isPoint = (value: string) => POINT.test(value)

/** In ASCII ids `dd` stands for đ. */
const toAscii = (value: string) => value.replaceAll('đ', 'dd')
const fromAscii = (value: string) => value.replaceAll('dd', 'đ')

/** `dieu-8/khoan-2/diem-dd`; the empty string for the document as a whole. */
export function provisionPath({ article, clause, point }: Provision): string {
  const parts: string[] = []
  if (article) parts.push(`dieu-${toAscii(article)}`)
  if (clause) parts.push(`khoan-${toAscii(clause)}`)
  if (point) parts.push(`diem-${toAscii(point)}`)
  return parts.join('/')
}

const PATH =
  /^(?:dieu-([1-9]\d{0,3}[a-z]{0,2}))?(?:\/?khoan-([1-9]\d{0,3}[a-z]{0,2}))?(?:\/?diem-([a-z]{1,3}\d{0,2}))?$/

/** The reverse of `provisionPath`; null where the path is none. */
export function parseProvisionPath(path: string): Provision | null {
  const trimmed = path.replace(/^\/+|\/+$/g, '')
  const found = PATH.exec(trimmed)
  if (!found) return null
  const [, article, clause, point] = found
  if ((clause || point) && !article) return null
  const provision = {
    article: article ? fromAscii(article) : null,
    clause: clause ? fromAscii(clause) : null,
    point: point ? fromAscii(point) : null,
  }
  if (provision.point && !isPoint(provision.point)) return null
  return provisionPath(provision) === trimmed ? provision : null
}

/** `điểm a khoản 2 Điều 8`; the empty string for the document as a whole. */
export function provisionText({ article, clause, point }: Provision): string {
  const parts: string[] = []
  if (point) parts.push(`điểm ${point}`)
  if (clause) parts.push(`khoản ${clause}`)
  if (article) parts.push(`Điều ${article}`)
  return parts.join(' ')
}

/** Whether `outer` is the same place as `inner` or a whole around it: Điều 8 contains khoản 2 Điều 8. */
export function contains(outer: Provision, inner: Provision): boolean {
  return (
    (outer.article === null || outer.article === inner.article) &&
    (outer.clause === null || outer.clause === inner.clause) &&
    (outer.point === null || outer.point === inner.point)
  )
}

/** Whether a change of one touches the other. */
export const overlaps = (a: Provision, b: Provision) => contains(a, b) || contains(b, a)

function compareLetters(a: string, b: string): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = letterRank(a[at]) - letterRank(b[at])
    if (order !== 0) return order
  }
  return a.length - b.length
}

const letterRank = (letter: string | undefined) => POINT_LETTERS.findIndex((known) => known === letter)

const NUMBERED = /^(\d*)([^\d]*)(\d*)$/

/** 8 < 8a < 8b < 9 < 10; c < d < đ < e; a whole before its parts (null first). */
export function compareParts(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  const [, numberA = '', lettersA = '', tailA = ''] = NUMBERED.exec(a) ?? []
  const [, numberB = '', lettersB = '', tailB = ''] = NUMBERED.exec(b) ?? []
  return (
    Number(numberA) - Number(numberB) || compareLetters(lettersA, lettersB) || Number(tailA) - Number(tailB)
  )
}

/** The order of the law. */
export function compareProvisions(a: Provision, b: Provision): number {
  return (
    compareParts(a.article, b.article) || compareParts(a.clause, b.clause) || compareParts(a.point, b.point)
  )
}
