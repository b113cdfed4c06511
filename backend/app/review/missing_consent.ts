import { HubError } from '#app/core/hub_error'
import type { LegalDay } from '#app/core/legal_day'
import type { PersonShown } from './consent.js'
import { withdrawalOf, type Withdrawn } from './people_shown.js'

export interface RecordedConsent {
  nobodyIdentifiable: boolean
  people: PersonShown[]
}

/** What is known beside the record of a video. */
export interface ConsentFacts {
  /** The newest first. */
  withdrawals: readonly Withdrawn[]
  /** Whose signed form is there. */
  formsOf: ReadonlySet<string>
  /** Whether the office asks for signed forms. */
  owesForms: boolean
}

const noFacts: ConsentFacts = { withdrawals: [], formsOf: new Set(), owesForms: false }

/**
 * What is still owed before a video may be shown, one refusal per thing (Civil Code art. 32; Law on Children art. 21:
 * from seven on the child's own agreement as well as the guardian's). Empty: nothing.
 */
export function missingConsent(
  consent: RecordedConsent | null,
  today: LegalDay,
  facts: ConsentFacts = noFacts
): HubError[] {
  if (!consent) return [new HubError('E_CONSENT_MISSING', 422, { field: 'consent' })]
  if (consent.nobodyIdentifiable) return []
  return consent.people.flatMap((person, index) => missingFor(person, `people.${index}`, { today, facts }))
}

function missingFor(
  person: PersonShown,
  field: string,
  { today, facts }: { today: LegalDay; facts: ConsentFacts }
): HubError[] {
  const owed = (code: string, part: string) =>
    new HubError(code, 422, { field: `${field}.${part}`, params: { name: person.name } })
  const isChild = person.ageClass === 'under-7' || person.ageClass === '7-15'
  return [
    ...(person.scopes.length === 0 ? [owed('E_CONSENT_SCOPE', 'scopes')] : []),
    ...(isChild && !person.guardianName ? [owed('E_CONSENT_GUARDIAN', 'guardianName')] : []),
    ...(person.ageClass === '7-15' && !person.childAgrees ? [owed('E_CONSENT_CHILD', 'childAgrees')] : []),
    ...(person.until && person.until < today ? [owed('E_CONSENT_ENDED', 'until')] : []),
    ...(withdrawalOf(person, facts.withdrawals) ? [owed('E_CONSENT_WITHDRAWN', 'agreedAgain')] : []),
    ...(facts.owesForms && !facts.formsOf.has(person.id ?? '') ? [owed('E_CONSENT_FORM', 'form')] : []),
  ]
}
