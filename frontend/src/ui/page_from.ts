/** The number in `?page=`; 1 for anything that is none. */
export function pageFrom(value: unknown): number {
  const page = Number(value)
  return Number.isInteger(page) && page > 0 ? page : 1
}

/** A query parameter that is a single text; empty for anything else. */
export function textFrom(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
