import { test } from '@japa/runner'
import type { DatedLaw, LawRelation } from '#app/laws/validity'
import { deriveTasks, type TaggedPlace } from '#app/validity/derive_tasks'

const law = (fields: Partial<DatedLaw> = {}): DatedLaw => ({
  id: 'old',
  effectiveOn: '2016-01-01',
  expiredOn: null,
  statedStatus: 'con_hieu_luc',
  checkedOn: '2026-11-24',
  ...fields,
})

const relation = (fields: Partial<LawRelation> = {}): LawRelation => ({
  kind: 'thay_the',
  sourceId: 'new',
  targetId: 'old',
  scope: 'whole',
  provisions: [],
  fromOn: '2027-03-01',
  sourceEffectiveOn: null,
  ...fields,
})

const tag = (id: string, fields: Partial<TaggedPlace> = {}): TaggedPlace => ({
  id,
  videoId: 'video',
  article: '8',
  clause: null,
  point: null,
  role: 'teaches',
  confirmedOn: '2026-11-24',
  ...fields,
})

const place = (article: string, clause: string | null = null) => ({ article, clause, point: null })

const asked = (...args: Parameters<typeof deriveTasks>) =>
  deriveTasks(...args).map(({ videoId, cause, tagIds }) => [videoId, cause.kind, tagIds.join('+')])

test.group('What a law asks of editors', () => {
  test('is nothing until the day on which it changes, and then once for each video', ({ assert }) => {
    const tags = [tag('a'), tag('b', { article: null }), tag('c', { videoId: 'other' })]
    assert.deepEqual(asked(law(), [relation()], tags, '2027-02-28'), [])
    assert.deepEqual(asked(law(), [relation()], tags, '2027-03-01'), [
      ['video', 'replaced', 'a+b'],
      ['other', 'replaced', 'c'],
    ])
  })

  test('is one thing where two laws take its place', ({ assert }) => {
    const both = [relation(), relation({ sourceId: 'newer' })]
    const [task, ...others] = deriveTasks(law(), both, [tag('a')], '2027-03-01')
    assert.deepEqual(others, [])
    assert.deepEqual(task!.cause.successorIds, ['new', 'newer'])
    assert.equal(task!.cause.key, deriveTasks(law(), both.reverse(), [tag('a')], '2027-03-01')[0]!.cause.key)
  })

  test('stays the same thing when its day is moved, and becomes another when another law comes', ({
    assert,
  }) => {
    const key = (...relations: LawRelation[]) =>
      deriveTasks(law(), relations, [tag('a')], '2027-12-01')[0]!.cause.key
    assert.equal(key(relation()), key(relation({ fromOn: '2027-05-01' })))
    assert.notEqual(key(relation()), key(relation(), relation({ sourceId: 'newer' })))
  })

  test('leaves alone what a partial change does not touch', ({ assert }) => {
    const amended = relation({
      kind: 'sua_doi_bo_sung',
      scope: 'part',
      provisions: [place('8', '2')],
      fromOn: '2026-01-01',
    })
    const tags = [
      tag('whole article'),
      tag('clause', { clause: '2' }),
      tag('other clause', { clause: '3' }),
      tag('other article', { article: '80' }),
      tag('document', { article: null }),
    ]
    assert.deepEqual(asked(law(), [amended], tags, '2026-12-01'), [
      ['video', 'amended', 'whole article+clause'],
    ])
  })

  test('is asked once of the document where nobody knows what is touched', ({ assert }) => {
    const vague = relation({ kind: 'sua_doi_bo_sung', scope: 'part', fromOn: '2026-01-01' })
    const tags = [tag('a'), tag('b', { videoId: 'other' })]
    assert.deepEqual(asked(law(), [vague], tags, '2026-12-01'), [[null, 'scope_unknown', 'a+b']])
    // A dead law's small changes matter to nobody
    assert.deepEqual(asked(law(), [vague, relation()], [tag('a')], '2027-03-01'), [
      ['video', 'replaced', 'a'],
    ])
  })

  test('is asked of the document where a date is unknown or the label disagrees', ({ assert }) => {
    const undated = relation({ fromOn: null })
    assert.deepEqual(asked(law(), [undated], [tag('a')], '2026-12-01'), [[null, 'undated', 'a']])
    const amended = law({ statedStatus: 'het_hieu_luc_mot_phan' })
    assert.deepEqual(asked(amended, [], [tag('a')], '2026-12-01'), [[null, 'label_disagrees', 'a']])
  })

  test('is nothing of a law that is not yet in force, or that no video teaches', ({ assert }) => {
    assert.deepEqual(asked(law({ effectiveOn: '2030-01-01' }), [], [tag('a')], '2027-01-01'), [])
    assert.deepEqual(asked(law(), [relation()], [], '2027-03-01'), [])
  })

  test('comes sooner for penalties though nothing is known to have changed', ({ assert }) => {
    const tags = [tag('penalty', { role: 'penalty' }), tag('teaches')]
    assert.deepEqual(asked(law(), [], tags, '2027-05-22'), [])
    assert.deepEqual(asked(law(), [], tags, '2027-05-23'), [['video', 'due', 'penalty']])
    assert.deepEqual(asked(law(), [], tags, '2028-11-23'), [['video', 'due', 'penalty+teaches']])
  })

  test('tells an expired, a suspended and an outdated law apart', ({ assert }) => {
    const kinds = (own: Partial<DatedLaw>, ...relations: LawRelation[]) =>
      asked(law(own), relations, [tag('a')], '2027-12-01').map(([, kind]) => kind)
    assert.deepEqual(kinds({ expiredOn: '2027-01-01' }), ['expired'])
    assert.deepEqual(kinds({}, relation({ kind: 'dinh_chi' })), ['suspended'])
    assert.deepEqual(kinds({}, relation({ kind: 'bai_bo' })), ['repealed'])
    assert.deepEqual(kinds({ statedStatus: 'khong_con_phu_hop' }), ['outdated'])
    assert.deepEqual(kinds({ statedStatus: 'het_hieu_luc_toan_bo' }), ['expired'])
  })
})
