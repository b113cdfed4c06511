import { fold } from '#app/core/vietnamese_text'
import type { PersonShown } from './consent.js'

/** A person in a record that has been kept: always with an id. */
export type KnownPerson = PersonShown & { id: string }

export interface Withdrawn {
  id: string
  personId: string
  personName: string
}

interface KeptConsent {
  id: string
  people: PersonShown[]
}

const nameKey = (name: string) => fold(name).replace(/\s+/g, ' ').trim()

/** The people of a record; those of records older than ids are known by their place. */
export const peopleOf = ({ id, people }: KeptConsent): KnownPerson[] =>
  people.map((person, index) => ({ ...person, id: person.id ?? `${id}-${index}` }))

/**
 * What a person withdrew and has not agreed to again; null where their agreement stands. They are known by their id or
 * their name, so that taking somebody out and writing them in anew is no new agreement. `withdrawals`: the newest first.
 */
export function withdrawalOf<W extends Withdrawn>(person: PersonShown, withdrawals: readonly W[]): W | null {
  const last = withdrawals.find(
    ({ personId, personName }) => personId === person.id || nameKey(personName) === nameKey(person.name)
  )
  return last && last.id !== person.renews ? last : null
}

export interface PersonSaid extends Omit<PersonShown, 'renews'> {
  /** They agreed anew after having withdrawn. */
  agreedAgain?: boolean | null
}

/** Everybody keeps their id from one record to the next: by the id that is sent, else by their name. */
export function knownPeople(
  said: readonly PersonSaid[],
  before: { people: readonly KnownPerson[]; withdrawals: readonly Withdrawn[]; newId: () => string }
): KnownPerson[] {
  const left = [...before.people]
  const take = (isMeant: (person: KnownPerson) => boolean) => {
    const at = left.findIndex(isMeant)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const byId = said.map(({ id }) => (id ? take((person) => person.id === id) : undefined))
  return said.map(({ agreedAgain, ...person }, index) => {
    const same = byId[index] ?? take(({ name }) => nameKey(name) === nameKey(person.name))
    const known = { ...person, id: same?.id ?? before.newId(), renews: same?.renews ?? null }
    const withdrawn = withdrawalOf(known, before.withdrawals)
    return withdrawn && agreedAgain ? { ...known, renews: withdrawn.id } : known
  })
}
