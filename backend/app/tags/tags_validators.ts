import vine from '@vinejs/vine'
import { asOfField } from '#app/laws/as_of'
import { tagRoles } from './tag.js'

/** A part of a provision as written in the law; scripts may send the plain ones as numbers. */
const part = () =>
  vine
    .string()
    .parse((value) => (typeof value === 'number' ? String(value) : value))
    .trim()
    .maxLength(12)
    .nullable()
    .optional()

const seconds = () => vine.number().min(0).max(1_000_000).nullable().optional()

const tie = {
  ...asOfField,
  citation: vine.string().trim().maxLength(500).optional(),
  lawId: vine.string().trim().maxLength(120).optional(),
  article: part(),
  clause: part(),
  point: part(),
  startSeconds: seconds(),
  endSeconds: seconds(),
  role: vine.enum(tagRoles).optional(),
  needsCheck: vine.boolean({ strict: true }).optional(),
}

export const newTagValidator = vine.create(tie)
export const tagChangeValidator = vine.create(tie)
