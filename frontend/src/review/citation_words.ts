import type { components } from '../api/schema.d.ts'

export type ReadCitation = components['schemas']['Citation']

/** `điểm a, b khoản 2 Điều 8`: the provisions that were read, in the words of the law. */
export function provisionsOf({ points, clauses, articles }: ReadCitation): string {
  return [
    points.length > 0 && `điểm ${points.join(', ')}`,
    clauses.length > 0 && `khoản ${clauses.join(', ')}`,
    articles.length > 0 && `Điều ${articles.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is left of a text for finding the document, when the provisions were read and the document was not. */
export function searchedLaw(text: string, read: ReadCitation[]): string {
  if (read.some(({ law }) => law)) return ''
  return read
    .reduce((rest, { text: slice }) => rest.replace(slice, ' '), text)
    .replace(/[\s,;]+/g, ' ')
    .trim()
}

/** The typed provisions together with a document that was chosen from a list. */
export function withLaw(read: ReadCitation[], number: string): string {
  return `${read.map(provisionsOf).filter(Boolean).join(', ')} ${number}`.trim()
}

/** A citation with the document chosen from several candidates, as the parts that `POST …/tags` takes. */
export function candidateParts(lawId: string, [first]: ReadCitation[]) {
  const part = (values: string[] | undefined) => (values?.length === 1 ? values[0]! : null)
  const article = part(first?.articles)
  const clause = article && part(first?.clauses)
  return { lawId, article, clause, point: clause && part(first?.points) }
}
