import type { HttpContext } from '@adonisjs/core/http'
import { asAttachment } from '#app/core/attachment'
import { csvLine, csvStart } from '#app/core/csv'
import type { Period } from './period.js'
import type { Table } from './table.js'
import { workbookOf } from './workbook.js'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface File {
  name: string
  period: Period
}

export function sendCsv(ctx: HttpContext, table: Table, file: File) {
  asAttachment(ctx.response, nameOf(file, 'csv'), 'text/csv; charset=utf-8')
  return ctx.response.send(csvStart + [table.columns, ...table.rows].map(csvLine).join(''))
}

export async function sendWorkbook(ctx: HttpContext, tables: Table[], file: File) {
  const workbook = await workbookOf(tables)
  asAttachment(ctx.response, nameOf(file, 'xlsx'), workbookType)
  return ctx.response.send(workbook)
}

const nameOf = ({ name, period }: File, extension: string) =>
  `thong-ke-${name}-${period.from}-${period.to}.${extension}`
