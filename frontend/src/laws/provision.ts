export interface Provision {
  article: string | null
  clause: string | null
  point: string | null
}

/** `dieu-8/khoan-2/diem-dd`; đ is written dd, because d is another point. Empty for the whole document. */
export function provisionPath({ article, clause, point }: Provision): string {
  return [
    article && `dieu-${article}`,
    clause && `khoan-${clause}`,
    point && `diem-${point === 'đ' ? 'dd' : point}`,
  ]
    .filter(Boolean)
    .join('/')
}

/** The reverse, from the parts of an address. */
export function provisionFrom(parts: { article?: unknown; clause?: unknown; point?: unknown }): Provision {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const point = text(parts.point)
  return { article: text(parts.article), clause: text(parts.clause), point: point === 'dd' ? 'đ' : point }
}

/** `điểm a khoản 2 Điều 8`, as official documents write it in Vietnamese. */
export function provisionLabel({ article, clause, point }: Provision): string {
  return [point && `điểm ${point}`, clause && `khoản ${clause}`, article && `Điều ${article}`]
    .filter(Boolean)
    .join(' ')
}

/** The address of a law, or of one of its provisions. */
export function lawPath(slug: string, provision?: Provision): string {
  const path = provision ? provisionPath(provision) : ''
  return path ? `/van-ban/${slug}/${path}` : `/van-ban/${slug}`
}
