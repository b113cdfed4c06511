import vine from '@vinejs/vine'
import { pageFields } from '#app/core/page_validator'
import { atSecondsField, formFields, writtenLine, writtenText } from '#app/forms/form_fields'
import { questionStates } from './question_states.js'

export const questionValidator = vine.create({
  ...formFields,
  text: writtenText(1000),
  name: writtenLine(80).optional(),
  atSeconds: atSecondsField,
})

export const publishedValidator = vine.create(pageFields)

export const questionListValidator = vine.create({
  ...pageFields,
  state: vine.enum(questionStates).optional(),
  video: vine.string().trim().maxLength(120).optional(),
})

const part = () => vine.string().trim().maxLength(12).nullable().optional()

export const answerValidator = vine.create({
  text: writtenText(5000),
  citations: vine
    .array(
      vine.object({
        citation: vine.string().trim().maxLength(500).optional(),
        lawId: vine.string().trim().maxLength(120).optional(),
        article: part(),
        clause: part(),
        point: part(),
      })
    )
    .minLength(1)
    .maxLength(10),
})

export const questionStepValidator = vine.create({
  step: vine.enum(['publish', 'unpublish', 'reject', 'spam', 'restore']),
  reason: writtenText(1000).optional().requiredWhen('step', '=', 'reject'),
})

export const redactionValidator = vine.create({
  text: writtenText(1000),
  name: writtenLine(80).nullable().optional(),
})
