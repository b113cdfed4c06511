import { addDays, type LegalDay } from '#app/core/legal_day'
import { fold } from '#app/core/vietnamese_text'
import { missingConsent, type ConsentFacts } from '#app/review/missing_consent'
import { withdrawalOf, type KnownPerson, type Withdrawn } from '#app/review/people_shown'

/** How somebody's agreement stands on a day; `gaps`: something about it is still owed. */
export const standings = ['withdrawn', 'ended', 'ending', 'gaps', 'good'] as const
export type Standing = (typeof standings)[number]

/** An agreement that ends within so many days is told of. */
export const endingDays = 30

export function standingOf(person: KnownPerson, today: LegalDay, facts: ConsentFacts): Standing {
  if (withdrawalOf(person, facts.withdrawals)) return 'withdrawn'
  if (person.until && person.until < today) return 'ended'
  const owed = missingConsent({ nobodyIdentifiable: false, people: [person] }, today, facts)
  if (owed.length) return 'gaps'
  return person.until && person.until <= addDays(today, endingDays) ? 'ending' : 'good'
}

/** Those who withdrew and are in the record no more; their withdrawal is to be found all the same. The newest first. */
export function withdrawnAndGone<W extends Withdrawn>(people: KnownPerson[], withdrawals: readonly W[]): W[] {
  const concerns = (one: W, person: KnownPerson) =>
    one.personId === person.id || fold(one.personName) === fold(person.name)
  const gone = withdrawals.filter((one) => !people.some((person) => concerns(one, person)))
  return gone.filter((one, index) => gone.findIndex(({ personId }) => personId === one.personId) === index)
}

/** Whether a name (or a guardian's) has these words, with or without diacritics. */
export function hasWords(names: (string | null | undefined)[], q: string): boolean {
  const text = ` ${fold(names.filter(Boolean).join(' '))}`
  return fold(q)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word))
}
