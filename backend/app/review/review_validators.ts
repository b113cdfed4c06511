import vine from '@vinejs/vine'
import { isLegalDay } from '#app/core/legal_day'
import { ageClasses } from './consent.js'

export const reasonValidator = vine.create({
  reason: vine.string().trim().maxLength(2000).nullable().optional(),
})

export const changeRequestValidator = vine.create({
  message: vine.string().trim().minLength(1).maxLength(2000),
  atSeconds: vine.number().min(0).max(86_400).nullable().optional(),
})

export const existingDay = vine.createRule((value, _options, field) => {
  if (!isLegalDay(value as string))
    field.report('The {{ field }} field must be a day (YYYY-MM-DD)', 'date', field)
})
const day = () => vine.string().use(existingDay())

export const consentValidator = vine.create({
  nobodyIdentifiable: vine.boolean({ strict: true }).optional(),
  people: vine
    .array(
      vine.object({
        id: vine.string().maxLength(40).optional(),
        name: vine.string().trim().minLength(1).maxLength(120),
        ageClass: vine.enum(ageClasses),
        guardianName: vine.string().trim().maxLength(120).nullable().optional(),
        childAgrees: vine.boolean({ strict: true }).nullable().optional(),
        scopes: vine.array(vine.string().trim().minLength(1).maxLength(60)).maxLength(20),
        until: day().nullable().optional(),
        agreedAgain: vine.boolean({ strict: true }).nullable().optional(),
      })
    )
    .minLength(1)
    .maxLength(200)
    .optional(),
})
