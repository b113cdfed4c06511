import { test } from '@japa/runner'
import type { ValidityTag, ValidityTask } from '../../../frontend/src/api/types.js'
import { decisionInput, emptyDraft, isComplete } from '../../../frontend/src/validity/decision_draft.js'
import { groupTasks, neighbour } from '../../../frontend/src/validity/group_tasks.js'

const tag = (id: string, waits = true) => ({ id, waits }) as ValidityTag
const task = (id: string, causeId = 'cause', tags = [tag('a')]) => ({ id, causeId, tags }) as ValidityTask

test.group('The list of validity tasks', () => {
  test('puts the tasks of one cause together, in the order in which they come', ({ assert }) => {
    const groups = groupTasks([task('1', 'x'), task('2', 'y'), task('3', 'x')])
    assert.deepEqual(
      groups.map(({ causeId, tasks }) => [causeId, tasks.map(({ id }) => id)]),
      [
        ['x', ['1', '3']],
        ['y', ['2']],
      ]
    )
  })

  test('is walked by keys, from its first, and not beyond its ends', ({ assert }) => {
    const tasks = [task('1'), task('2')]
    assert.equal(neighbour(tasks, null, 1)?.id, '1')
    assert.equal(neighbour(tasks, '1', 1)?.id, '2')
    assert.isUndefined(neighbour(tasks, '2', 1))
    assert.isUndefined(neighbour(tasks, '1', -1))
    assert.isUndefined(neighbour([], null, 1))
  })
})

test.group('A decision that is being made', () => {
  const draft = (fields: Partial<ReturnType<typeof emptyDraft>>) => ({ ...emptyDraft(), ...fields })

  test('is not complete before it has what it needs', ({ assert }) => {
    const two = task('1', 'x', [tag('a'), tag('b'), tag('c', false)])
    assert.isFalse(isComplete(draft({}), two))
    assert.isTrue(isComplete(draft({ decision: 'still_right' }), two))
    assert.isFalse(isComplete(draft({ decision: 'note', note: '  ' }), two))
    assert.isTrue(isComplete(draft({ decision: 'note', note: 'Xem' }), two))
    assert.isFalse(isComplete(draft({ decision: 'move', targets: { a: 'd8 hngd' } }), two))
    assert.isTrue(isComplete(draft({ decision: 'move', targets: { a: 'd8 hngd', b: 'd9 hngd' } }), two))
    assert.isFalse(isComplete(draft({ decision: 'provisions' }), two))
    assert.isTrue(isComplete(draft({ decision: 'provisions', isWhole: true }), two))
  })

  test('sends each tag its own place, or one place for the tasks of a whole cause', ({ assert }) => {
    const one = task('1', 'x', [tag('a'), tag('b', false)])
    const move = draft({ decision: 'move', targets: { a: ' d8 hngd ' }, note: ' đổi số điều ' })
    assert.deepEqual(decisionInput(move, one), {
      decision: 'move',
      note: 'đổi số điều',
      moves: [{ tagId: 'a', citation: 'd8 hngd' }],
    })
    assert.deepEqual(decisionInput({ ...move, forAll: true }, one), {
      decision: 'move',
      note: 'đổi số điều',
      move: { citation: 'd8 hngd' },
    })
    assert.deepEqual(decisionInput(draft({ decision: 'provisions', isWhole: true }), one), {
      decision: 'provisions',
      note: null,
      scope: 'whole',
    })
  })
})
