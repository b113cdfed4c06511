import vine from '@vinejs/vine'
import { groupings } from './count_rows.js'

const day = () => vine.string().trim().maxLength(10).optional()
const period = { from: day(), to: day() }
const format = vine.enum(['json', 'csv', 'xlsx'] as const).optional()

export const periodValidator = vine.create(period)
export const tableValidator = vine.create({ ...period, format })
export const statisticsValidator = vine.create({ ...period, format, by: vine.enum(groupings).optional() })
export const reportValidator = vine.create({
  ...period,
  format: vine.enum(['json', 'xlsx'] as const).optional(),
})
