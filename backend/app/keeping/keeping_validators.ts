import vine from '@vinejs/vine'
import { pageFields } from '#app/core/page_validator'
import { LAW_KINDS } from '#app/laws/law_kinds'
import { LAW_STATUSES } from '#app/laws/law_status'
import { RELATION_KINDS } from '#app/laws/relation_kinds'

const id = () => vine.string().trim().minLength(1).maxLength(120)
const day = () => vine.string().trim().maxLength(10).nullable().optional()
const part = () => vine.string().trim().maxLength(8).nullable().optional()

export const edits = ['add_law', 'correct_law', 'relate', 'change_relation', 'unrelate', 'structure'] as const

const law = vine.object({
  kind: vine.enum(LAW_KINDS).optional(),
  number: vine.string().trim().minLength(1).maxLength(80).optional(),
  title: vine.string().trim().minLength(1).maxLength(500).optional(),
  issuer: vine.string().trim().maxLength(200).nullable().optional(),
  issuedOn: day(),
  effectiveOn: day(),
  expiredOn: day(),
  statedStatus: vine.enum(LAW_STATUSES).optional(),
  confidence: vine.enum(['high', 'medium', 'low'] as const).optional(),
  topic: vine.string().trim().maxLength(120).nullable().optional(),
})

const edit = vine.object({
  do: vine.enum(edits),
  lawId: id().optional(),
  law: law.clone().optional(),
  relationId: id().optional(),
  sourceId: id().optional(),
  targetId: id().optional(),
  relation: vine.enum(RELATION_KINDS).optional(),
  scope: vine
    .enum(['whole', 'part'] as const)
    .nullable()
    .optional(),
  provisions: vine
    .array(vine.object({ article: part(), clause: part(), point: part() }))
    .maxLength(300)
    .optional(),
  citation: vine.string().maxLength(5000).nullable().optional(),
  fromOn: day(),
  text: vine.string().maxLength(500_000).optional(),
})

const table = () => vine.string().maxLength(900_000).optional()
const keys = () => vine.array(vine.string().maxLength(200)).maxLength(5000).optional()

const change = {
  source: vine.string().trim().minLength(1).maxLength(300),
  checkedOn: vine.string().trim().minLength(1).maxLength(10),
  note: vine.string().trim().maxLength(2000).nullable().optional(),
  edits: vine.array(edit).minLength(1).maxLength(100).optional(),
  files: vine.object({ laws: table(), relations: table(), vbpl: table() }).optional(),
  overwrite: keys(),
  skip: keys(),
}

export const previewValidator = vine.create(change)
export const changeValidator = vine.create({
  ...change,
  fingerprint: vine.string().trim().minLength(1).maxLength(64),
})
export const undoValidator = vine.create({ note: vine.string().trim().maxLength(2000).nullable().optional() })

export const marks = ['unverified', 'disagreeing', 'stub', 'corrected', 'undated', 'structured'] as const
export type Mark = (typeof marks)[number]

export const recordListValidator = vine.create({
  ...pageFields,
  q: vine.string().trim().maxLength(300).optional(),
  mark: vine.enum(marks).optional(),
})

export const changeListValidator = vine.create({ ...pageFields, law: id().optional() })
