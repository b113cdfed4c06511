/** `{ data }`, the envelope of every good answer of the API. */
export const data = <T>(value: T) => ({ data: value })

export interface Page {
  page: number
  perPage: number
}

export interface Paged<T> extends Page {
  items: T[]
  total: number
}

/** `{ data, meta }` for a list that is read page by page. */
export const paged = <T>({ items, total, page, perPage }: Paged<T>) => ({
  data: items,
  meta: { total, page, perPage },
})
