/** What a spreadsheet would take for a formula, also after white space and in full-width forms. */
const FORMULA = /^[\s\u00A0\u200B\uFEFF]*[=+\-@＝＋－＠|]|^[\t\r\n]/u

/** The byte order mark by which spreadsheets know that a file is UTF-8. */
export const csvStart = '\uFEFF'

export type CsvCell = string | number | null | undefined

/** One line of a CSV file (RFC 4180), its end included. Text is never run as a formula: it is led by an apostrophe. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
