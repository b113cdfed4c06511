import vine from '@vinejs/vine'
import { pageFields } from '#app/core/page_validator'
import { taskKinds } from './cause.js'
import { decisionNames } from './validity_decision.js'

const id = () => vine.string().trim().minLength(1).maxLength(120)

export const taskListValidator = vine.create({
  ...pageFields,
  state: vine.enum(['open', 'decided', 'closed']).optional(),
  kind: vine.enum(taskKinds).optional(),
  law: id().optional(),
  video: id().optional(),
})

const part = () =>
  vine
    .string()
    .parse((value) => (typeof value === 'number' ? String(value) : value))
    .trim()
    .maxLength(12)

const target = {
  citation: vine.string().trim().maxLength(500).optional(),
  lawId: id().optional(),
  article: part().nullable().optional(),
  clause: part().nullable().optional(),
  point: part().nullable().optional(),
}

const decision = {
  decision: vine.enum(decisionNames),
  note: vine.string().trim().maxLength(2000).nullable().optional(),
  move: vine.object(target).optional(),
  moves: vine
    .array(vine.object({ tagId: id(), ...target }))
    .maxLength(200)
    .optional(),
  scope: vine.enum(['whole', 'part']).optional(),
  citation: vine.string().trim().maxLength(5000).optional(),
  provisions: vine
    .array(
      vine.object({
        article: part().minLength(1),
        clause: part().nullable().optional(),
        point: part().nullable().optional(),
      })
    )
    .maxLength(500)
    .optional(),
}

export const decisionValidator = vine.create({
  ...decision,
  tagIds: vine.array(id()).minLength(1).maxLength(500).optional(),
})

/** One decision on several tasks: the tags of each are those that wait. */
export const bulkDecisionValidator = vine.create({
  ...decision,
  taskIds: vine.array(id()).minLength(1).maxLength(200),
})

export const upcomingValidator = vine.create({ until: vine.string().trim().maxLength(10).optional() })

export const clockValidator = vine.create({ now: vine.string().trim().maxLength(40).nullable() })
