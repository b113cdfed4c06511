import { test } from '@japa/runner'
import { causeOf, type TaskKind } from '#app/validity/cause'
import type { DerivedTask } from '#app/validity/derive_tasks'
import { reconcile, type KeptTask, type VideoStanding } from '#app/validity/reconcile'

const cause = (kind: TaskKind = 'replaced', lawId = 'new', since = '2027-03-01') =>
  causeOf(kind, { since, because: [{ relation: 'thay_the', lawId }], successorIds: [lawId] })

const derived = (tagIds = ['a'], own = cause()): DerivedTask => ({ videoId: 'video', cause: own, tagIds })

const kept = (fields: Partial<KeptTask> = {}): KeptTask => {
  const own = fields.cause ?? cause()
  return {
    id: 'task',
    videoId: 'video',
    key: own.key,
    state: 'open',
    cause: own,
    tagIds: ['a'],
    coveredTagIds: [],
    isDecidedSinceOpened: false,
    ...fields,
  }
}

interface Around {
  standing?: VideoStanding
  tags?: string[]
}

const steps = (tasks: DerivedTask[], rows: KeptTask[], { standing = 'shown', tags = ['a'] }: Around = {}) =>
  reconcile(
    tasks,
    rows,
    () => standing,
    () => tags
  ).map((step) => (step.do === 'close' ? `close: ${step.reason}` : step.do))

test.group('Bringing tasks and causes together', () => {
  test('opens what is new, and nothing twice', ({ assert }) => {
    assert.deepEqual(steps([derived()], []), ['open'])
    assert.deepEqual(steps([derived()], [kept()]), [])
  })

  test('follows a moved date and further tags without opening another', ({ assert }) => {
    assert.deepEqual(steps([derived(['a'], cause('replaced', 'new', '2027-05-01'))], [kept()]), ['update'])
    assert.deepEqual(steps([derived(['a', 'b'])], [kept()]), ['update'])
  })

  test('closes what nobody needs to decide any more, and says why', ({ assert }) => {
    assert.deepEqual(steps([], [kept()]), ['close: cause_gone'])
    assert.deepEqual(steps([], [kept()], { tags: [] }), ['close: tags_gone'])
    assert.deepEqual(steps([], [kept()], { standing: 'hidden' }), ['close: video_hidden'])
    assert.deepEqual(steps([], [kept()], { standing: 'historical' }), ['close: historical'])
    assert.deepEqual(steps([derived(['a'], cause('replaced', 'newer'))], [kept()]), [
      'open',
      'close: superseded',
    ])
  })

  test('opens again what was closed when its cause comes back', ({ assert }) => {
    assert.deepEqual(steps([derived()], [kept({ state: 'closed' })]), ['reopen'])
  })

  test('never touches what was decided, and asks again only of further tags', ({ assert }) => {
    const decided = kept({ state: 'decided', coveredTagIds: ['a'], isDecidedSinceOpened: true })
    assert.deepEqual(steps([derived()], [decided]), [])
    assert.deepEqual(steps([], [decided]), [])
    assert.deepEqual(steps([derived(['a', 'b'])], [decided]), ['reopen'])
  })

  test('is decided when every tag has been, or has been moved away by the decision', ({ assert }) => {
    const all = kept({ coveredTagIds: ['a'], isDecidedSinceOpened: true })
    assert.deepEqual(steps([derived()], [all]), ['decide'])
    assert.deepEqual(steps([], [all]), ['settle'])
    assert.deepEqual(steps([derived(['a', 'b'])], [kept({ ...all, tagIds: ['a', 'b'] })]), [])
  })

  test('asks of a tag that is due although somebody had decided of it before', ({ assert }) => {
    const own = cause('due')
    const decided = kept({ cause: own, key: own.key, state: 'decided', coveredTagIds: ['a'] })
    assert.deepEqual(steps([derived(['a'], own)], [decided]), ['reopen'])
  })

  test('takes a judged label as judged for tags that come later', ({ assert }) => {
    const own = cause('label_disagrees')
    const decided = kept({
      cause: own,
      key: own.key,
      videoId: null,
      state: 'decided',
      coveredTagIds: ['a'],
    })
    const task = { ...derived(['a', 'b'], own), videoId: null }
    assert.deepEqual(steps([task], [decided]), [])
  })
})
