import { test } from '@japa/runner'
import { nextState, stateForAsker, stepsFrom } from '#app/questions/question_states'
import { isRedaction } from '#app/questions/redaction'
import { clockOf, dueAt } from '#app/reports/report_clocks'
import { nextState as nextOfReport, stepsFrom as stepsOfReport } from '#app/reports/report_states'

test.group('The life of a question', () => {
  test('publishes only what has been answered', ({ assert }) => {
    assert.isNull(nextState('new', 'publish'))
    assert.equal(nextState('new', 'answer'), 'answered')
    assert.equal(nextState('answered', 'publish'), 'published')
    assert.equal(nextState('published', 'answer'), 'published')
    assert.isNull(nextState('published', 'reject'))
  })

  test('brings back what was rejected or taken for spam, and says nothing of spam to the sender', ({
    assert,
  }) => {
    assert.deepEqual(stepsFrom('spam'), ['restore', 'redact'])
    assert.equal(nextState('rejected', 'restore'), 'new')
    assert.equal(stateForAsker('spam'), 'new')
    assert.equal(stateForAsker('rejected'), 'rejected')
  })
})

test.group('Taking personal data out', () => {
  const before = 'Tôi là Lê Văn Sáu, số 0905 123 456, hỏi về thừa kế.'

  test('leaves words in their order, with marks between', ({ assert }) => {
    assert.isTrue(isRedaction(before, 'Tôi là […], số […], hỏi về thừa kế.'))
    assert.isTrue(isRedaction(before, 'hỏi về thừa kế'))
  })

  test('neither adds, changes nor moves, and takes something out', ({ assert }) => {
    assert.isFalse(isRedaction(before, before))
    assert.isFalse(isRedaction(before, 'Tôi hỏi về ly hôn.'))
    assert.isFalse(isRedaction(before, 'hỏi thừa kế về'))
    assert.isFalse(isRedaction('a a', 'a a a'))
  })
})

test.group('The clocks of reports', () => {
  const due = (
    reason: 'removal_request' | 'law_expired',
    relation: Parameters<typeof clockOf>[1],
    at: string
  ) => dueAt(clockOf(reason, relation), new Date(at)).toISOString()

  test('are hours for authorities and holders of rights', ({ assert }) => {
    assert.equal(due('removal_request', 'authority', '2026-11-24T03:00:00Z'), '2026-11-25T03:00:00.000Z')
    assert.equal(due('removal_request', 'rights_holder', '2026-11-24T03:00:00Z'), '2026-11-27T03:00:00.000Z')
  })

  test('are working days in Vietnam for the person shown and for guardians', ({ assert }) => {
    // A Friday: the second working day is Tuesday
    assert.equal(due('removal_request', 'guardian', '2026-11-27T03:00:00Z'), '2026-12-01T16:59:59.999Z')
    // Still Thursday in London, already Friday in Huế
    assert.equal(due('removal_request', 'person_shown', '2026-11-26T18:00:00Z'), '2026-12-01T16:59:59.999Z')
  })

  test('are the strictest where nobody said by what right, and the house’s own elsewhere', ({ assert }) => {
    assert.equal(due('removal_request', null, '2026-11-24T03:00:00Z'), '2026-11-25T03:00:00.000Z')
    assert.deepEqual(
      [clockOf('law_expired', null).from, clockOf('removal_request', null).from],
      ['house', 'law']
    )
  })

  test('a report is taken, released, closed and opened again', ({ assert }) => {
    assert.deepEqual(stepsOfReport('new'), ['take', 'finish', 'reject'])
    assert.equal(nextOfReport('in_work', 'release'), 'new')
    assert.equal(nextOfReport('done', 'reopen'), 'in_work')
    assert.isNull(nextOfReport('done', 'take'))
  })
})
