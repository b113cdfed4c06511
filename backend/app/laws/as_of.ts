import vine from '@vinejs/vine'
import { invalid } from '#app/core/hub_error'
import { isLegalDay, todayInVietnam, type LegalDay } from '#app/core/legal_day'

/** `asOf`, the day for which validity is derived: spread into a validator. */
export const asOfField = { asOf: vine.string().trim().maxLength(10).optional() }

/** The day asked for, today by default. */
export function dayOf({ asOf }: { asOf?: string }): LegalDay {
  if (!asOf) return todayInVietnam()
  if (!isLegalDay(asOf)) throw invalid('E_DAY_INVALID', 'asOf', { value: asOf })
  return asOf
}
