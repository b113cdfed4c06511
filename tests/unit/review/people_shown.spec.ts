import { test } from '@japa/runner'
import { missingConsent, type ConsentFacts } from '#app/review/missing_consent'
import { knownPeople, peopleOf, withdrawalOf } from '#app/review/people_shown'
import type { PersonShown } from '#app/review/consent'

const an: PersonShown & { id: string } = {
  id: 'p1',
  name: 'Trần Văn An',
  ageClass: 'adult',
  scopes: ['website'],
}
const withdrawn = (fields = {}) => ({ id: 'w1', personId: 'p1', personName: 'Trần Văn An', ...fields })

test.group('People shown', () => {
  test('have an id from their place in records that are older than ids', ({ assert }) => {
    const { id: _, ...older } = an
    assert.deepEqual(
      peopleOf({ id: 'c', people: [older, an] }).map(({ id }) => id),
      ['c-0', 'p1']
    )
  })

  test('keep their id by id, then by name however it is typed, and each id goes to one', ({ assert }) => {
    let made = 0
    const before = { people: [an], withdrawals: [], newId: () => `new${++made}` }
    const ids = (names: Partial<PersonShown>[]) =>
      knownPeople(
        names.map((said) => ({ ...an, id: undefined, ...said })),
        before
      ).map(({ id }) => id)
    assert.deepEqual(ids([{ name: ' TRAN  van an ' }]), ['p1'])
    assert.deepEqual(ids([{ name: 'Trần Văn An' }, { id: 'p1', name: 'Trần Văn Ân' }]), ['new1', 'p1'])
    assert.deepEqual(ids([{}, {}]), ['p1', 'new2'])
    assert.deepEqual(ids([{ id: 'somebody else', name: 'Lê Thị Bình' }]), ['new3'])
  })

  test('have withdrawn until they agree after that very withdrawal', ({ assert }) => {
    assert.equal(withdrawalOf(an, [withdrawn()])?.id, 'w1')
    assert.isNull(withdrawalOf({ ...an, renews: 'w1' }, [withdrawn()]))
    assert.equal(withdrawalOf({ ...an, renews: 'w1' }, [withdrawn({ id: 'w2' }), withdrawn()])?.id, 'w2')
    assert.equal(withdrawalOf({ ...an, id: 'p9', name: 'tran van an' }, [withdrawn()])?.id, 'w1')
    assert.isNull(withdrawalOf({ ...an, id: 'p9', name: 'Trần Văn Ba' }, [withdrawn()]))
  })

  test('agree anew only by saying so, and go on agreeing', ({ assert }) => {
    const before = { people: [an], withdrawals: [withdrawn()], newId: () => 'new' }
    assert.isNull(knownPeople([an], before)[0]!.renews!)
    const [again] = knownPeople([{ ...an, agreedAgain: true }], before)
    assert.equal(again!.renews, 'w1')
    assert.equal(knownPeople([an], { ...before, people: [again!] })[0]!.renews, 'w1')
  })
})

test.group('What is owed of a person', () => {
  test('is an agreement that stands, and a form where the office wants one', ({ assert }) => {
    const facts: ConsentFacts = { withdrawals: [withdrawn()], formsOf: new Set(), owesForms: true }
    const owed = (given: ConsentFacts) =>
      missingConsent({ nobodyIdentifiable: false, people: [an] }, '2026-11-24', given).map(({ code }) => code)
    assert.deepEqual(owed(facts), ['E_CONSENT_WITHDRAWN', 'E_CONSENT_FORM'])
    assert.deepEqual(owed({ ...facts, withdrawals: [], formsOf: new Set(['p1']) }), [])
    assert.deepEqual(owed({ withdrawals: [], formsOf: new Set(), owesForms: false }), [])
  })
})
