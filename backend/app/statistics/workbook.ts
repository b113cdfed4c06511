import writeWorkbook from 'write-excel-file/node'
import type { Table } from './table.js'

/** An XLSX file with a sheet for each table; texts are written as texts, so none becomes a formula. */
export function workbookOf(tables: Table[]): Promise<Buffer> {
  const sheets = tables.map(({ title, columns, rows }, at) => ({
    sheet: sheetName(title, at, tables),
    stickyRowsCount: 1,
    columns: columns.map((_, column) => ({
      width: widthOf(
        rows.map((row) => row[column]),
        columns[column]!
      ),
    })),
    data: [
      columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) =>
        row.map((value) =>
          typeof value === 'number'
            ? { value, type: Number, format: '#,##0' }
            : value === null
              ? null
              : { value: printable(value), type: String }
        )
      ),
    ],
  }))
  return writeWorkbook(sheets).toBuffer()
}

/** What XML 1.0 cannot hold would make the file unreadable. */
const printable = (text: string) =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '').slice(0, 32_000)

/** Excel takes 31 characters, without its signs for ranges, each name once. */
function sheetName(title: string, at: number, tables: Table[]): string {
  const name = title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31)
  return tables.findIndex((table) => table.title === title) === at ? name : `${name.slice(0, 27)} ${at + 1}`
}

function widthOf(values: unknown[], title: string): number {
  const longest = Math.max(...values.map((value) => String(value ?? '').length), title.length)
  return Math.min(70, Math.max(10, longest + 2))
}
