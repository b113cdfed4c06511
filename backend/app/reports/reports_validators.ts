import vine from '@vinejs/vine'
import { pageFields } from '#app/core/page_validator'
import { atSecondsField, formFields, writtenLine, writtenText } from '#app/forms/form_fields'
import { relations, reportReasons } from './report_clocks.js'
import { reportStates, reportSteps } from './report_states.js'

/** Whoever wants something removed must be reachable, and say by what right; everybody else may stay unknown. */
export const reportValidator = vine.create({
  ...formFields,
  reason: vine.enum(reportReasons),
  text: writtenText(2000),
  contact: writtenLine(200).optional().requiredWhen('reason', '=', 'removal_request'),
  relation: vine.enum(relations).optional().requiredWhen('reason', '=', 'removal_request'),
  atSeconds: atSecondsField,
  citation: writtenLine(500).optional(),
})

export const reportListValidator = vine.create({
  ...pageFields,
  state: vine.enum(reportStates).optional(),
})

export const reportStepValidator = vine.create({
  step: vine.enum(reportSteps),
  reason: writtenText(2000).optional().requiredWhen('step', 'in', ['finish', 'reject']),
})
