import i18nManager from '@adonisjs/i18n/services/main'
import type { LegalDay } from '#app/core/legal_day'
import { endConsents } from './follow_consents.js'

/** Takes down, with its reason in the record, what may no longer be shown on this day. Answers how many videos. */
export function endConsentsOf(day: LegalDay): Promise<number> {
  // The record is kept in the language of the office
  const i18n = i18nManager.locale('vi')
  return endConsents(day, (people) =>
    people
      .map(({ name, until }) =>
        i18n.t('consents.endedReason', { name, day: until.split('-').reverse().join('/') })
      )
      .join(' ')
  )
}
