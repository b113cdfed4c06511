import type Consent from './consent.js'
import { consentFacts } from './consent_facts.js'
import type ConsentForm from './consent_form.js'
import type ConsentWithdrawal from './consent_withdrawal.js'
import { peopleOf, withdrawalOf } from './people_shown.js'

/** A record as its owner and editors see it: each person with the signed form and with what they withdrew. */
export async function consentView(consent: Consent) {
  await consent.load('recorder')
  const facts = (await consentFacts([consent.videoId]))(consent.videoId)
  return {
    nobodyIdentifiable: consent.nobodyIdentifiable,
    people: peopleOf(consent).map(({ renews, ...person }) => {
      const withdrawal = withdrawalOf({ ...person, renews }, facts.withdrawals)
      const form = facts.forms.get(person.id)
      return {
        ...person,
        agreedAgain: Boolean(renews) && !withdrawal,
        form: form ? formView(form) : null,
        withdrawal: withdrawal && withdrawalView(withdrawal),
      }
    }),
    owesForms: facts.owesForms,
    recordedAt: consent.recordedAt.toISO(),
    recordedBy: consent.recorder && { id: consent.recorder.id, fullName: consent.recorder.fullName },
  }
}

export const formView = (form: ConsentForm) => ({
  filename: form.filename,
  mediaType: form.mediaType,
  sizeBytes: form.sizeBytes,
  uploadedAt: form.uploadedAt.toISO(),
})

export const withdrawalView = ({ id, withdrawnOn, channel, reason, recordedAt }: ConsentWithdrawal) => ({
  id,
  withdrawnOn,
  channel,
  reason,
  recordedAt: recordedAt.toISO(),
})
