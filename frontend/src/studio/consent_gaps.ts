import type { Consent, ConsentInput, ConsentPerson, RecordedPerson } from '../api/types.js'

export const CONSENT_SCOPES = ['website', 'social', 'television', 'reuse'] as const
export const AGE_CLASSES = ['adult', '16-17', '7-15', 'under-7'] as const

export type ConsentGap = 'name' | 'scopes' | 'guardianName' | 'childAgrees' | 'until'

export const needsGuardian = ({ ageClass }: ConsentPerson) => ageClass === '7-15' || ageClass === 'under-7'
export const needsChild = ({ ageClass }: ConsentPerson) => ageClass === '7-15'

/**
 * What is still owed for one person before the video may be published. The server decides; this says it early
 * (Civil Code 2015 art. 32; Law on Children 2016 art. 21: from seven years on the child is asked as well).
 */
export function gapsOf(person: ConsentPerson, today: string): ConsentGap[] {
  return [
    !person.name.trim() && 'name',
    person.scopes.length === 0 && 'scopes',
    needsGuardian(person) && !person.guardianName?.trim() && 'guardianName',
    needsChild(person) && !person.childAgrees && 'childAgrees',
    person.until && person.until < today && 'until',
  ].filter((gap): gap is ConsentGap => Boolean(gap))
}

export function isComplete(consent: Consent | null, today: string): boolean {
  if (!consent) return false
  if (consent.nobodyIdentifiable) return true
  const isWhole = (person: RecordedPerson) =>
    gapsOf(person, today).length === 0 && !person.withdrawal && (person.form !== null || !consent.owesForms)
  return consent.people.length > 0 && consent.people.every(isWhole)
}

/** What is said of a person, without what the hub knows beside it. */
export const inputOf = ({ form: _, withdrawal: __, ...said }: RecordedPerson): ConsentPerson => ({
  ...said,
  scopes: [...said.scopes],
})

export function newPerson(): ConsentPerson {
  return {
    name: '',
    ageClass: 'adult',
    guardianName: null,
    childAgrees: null,
    scopes: ['website'],
    until: null,
  }
}

/** As it is sent: nothing that does not belong to the age, no empty texts. */
export function consentInput(nobody: boolean, people: ConsentPerson[]): ConsentInput {
  if (nobody) return { nobodyIdentifiable: true }
  return {
    people: people.map((person) => ({
      ...person,
      name: person.name.trim(),
      guardianName: needsGuardian(person) ? person.guardianName?.trim() || null : null,
      childAgrees: needsChild(person) ? (person.childAgrees ?? false) : null,
      until: person.until || null,
    })),
  }
}
