import { banners } from '#app/laws/banners'
import { todayInVietnam } from '#app/core/legal_day'
import { statusOn, turningDays, type DatedLaw, type LawRelation } from '#app/laws/validity'
import { test } from '@japa/runner'

const law = (own: Partial<DatedLaw> = {}): DatedLaw => ({
  id: 'old',
  effectiveOn: '2016-01-01',
  expiredOn: null,
  statedStatus: 'con_hieu_luc',
  checkedOn: '2026-11-24',
  ...own,
})

const relation = (own: Partial<LawRelation> = {}): LawRelation => ({
  kind: 'thay_the',
  sourceId: 'new',
  targetId: 'old',
  scope: 'whole',
  provisions: [],
  fromOn: '2027-03-01',
  sourceEffectiveOn: null,
  ...own,
})

const article = (number: string, clause: string | null = null) => ({ article: number, clause, point: null })

test.group('The status of a law on a day', () => {
  test('follows its dates', ({ assert }) => {
    const dated = law({ expiredOn: '2027-03-01' })
    const on = (day: string) => statusOn(dated, [], day).status
    assert.equal(on('2015-12-31'), 'chua_co_hieu_luc')
    assert.equal(on('2016-01-01'), 'con_hieu_luc')
    assert.equal(on('2027-02-28'), 'con_hieu_luc')
    assert.equal(on('2027-03-01'), 'het_hieu_luc_toan_bo')
    assert.equal(statusOn(dated, [], '2028-01-01').since, '2027-03-01')
  })

  test('ends on the day a replacement starts, with the successor named', ({ assert }) => {
    const twoSuccessors = [relation(), relation({ sourceId: 'other' }), relation({ targetId: 'third' })]
    assert.equal(statusOn(law(), twoSuccessors, '2027-02-28').status, 'con_hieu_luc')
    assert.deepEqual(statusOn(law(), twoSuccessors, '2027-02-28').successorIds, [])
    assert.deepInclude(statusOn(law(), twoSuccessors, '2027-03-01'), {
      status: 'het_hieu_luc_toan_bo',
      since: '2027-03-01',
      because: [
        { relation: 'thay_the', lawId: 'new' },
        { relation: 'thay_the', lawId: 'other' },
      ],
      successorIds: ['new', 'other'],
    })
  })

  test('takes the day its source takes effect where a relation has none', ({ assert }) => {
    const later = relation({ fromOn: null, sourceEffectiveOn: '2026-12-01' })
    assert.equal(statusOn(law(), [later], '2026-11-30').status, 'con_hieu_luc')
    assert.equal(statusOn(law(), [later], '2026-12-01').status, 'het_hieu_luc_toan_bo')
  })

  test('is not decided by a relation without any date, which an editor has to look at', ({ assert }) => {
    const found = statusOn(law(), [relation({ fromOn: null })], '2030-01-01')
    assert.equal(found.status, 'con_hieu_luc')
    assert.deepEqual(found.undated, [{ relation: 'thay_the', lawId: 'new' }])
    assert.deepEqual(found.successorIds, [])
  })

  test('is partly out of force after a partial replacement, repeal or amendment', ({ assert }) => {
    for (const kind of ['thay_the', 'bai_bo', 'sua_doi_bo_sung'] as const) {
      const partly = relation({ kind, scope: 'part', fromOn: '2026-03-01' })
      assert.equal(
        statusOn(law({ checkedOn: '2027-01-01' }), [partly], '2026-03-01').status,
        'het_hieu_luc_mot_phan'
      )
    }
  })

  test('does not change with relations that guide or refer', ({ assert }) => {
    const guides = relation({ kind: 'quy_dinh_chi_tiet', scope: null, fromOn: '2020-01-01' })
    assert.equal(statusOn(law(), [guides], '2026-12-01').status, 'con_hieu_luc')
  })

  test('is suspended as a whole or in part', ({ assert }) => {
    const halt = relation({ kind: 'ngung_hieu_luc', fromOn: '2026-01-01' })
    assert.equal(statusOn(law(), [halt], '2026-12-01').status, 'ngung_hieu_luc')
    assert.equal(
      statusOn(law(), [{ ...halt, scope: 'part' }], '2026-12-01').status,
      'ngung_hieu_luc_mot_phan'
    )
  })

  test('is the more severe of dates and label, from the day the label was checked', ({ assert }) => {
    const dead = law({ statedStatus: 'het_hieu_luc_toan_bo' })
    assert.equal(statusOn(dead, [], '2026-11-23').status, 'con_hieu_luc')
    assert.deepInclude(statusOn(dead, [], '2026-11-24'), {
      status: 'het_hieu_luc_toan_bo',
      since: '2026-11-24',
      disagrees: true,
    })
    const alive = statusOn(law({ expiredOn: '2026-01-01' }), [], '2026-12-01')
    assert.deepInclude(alive, { status: 'het_hieu_luc_toan_bo', since: '2026-01-01', disagrees: true })
  })

  test('contradicts nobody when it changes on a known day after the label was checked', ({ assert }) => {
    const dated = law({ expiredOn: '2027-03-01' })
    assert.isFalse(statusOn(dated, [relation()], '2027-03-02').disagrees)
  })

  test('lets a future law act on its day though its label still says not yet', ({ assert }) => {
    const future = law({ effectiveOn: '2027-03-01', statedStatus: 'chua_co_hieu_luc' })
    assert.equal(statusOn(future, [], '2027-02-28').status, 'chua_co_hieu_luc')
    assert.deepInclude(statusOn(future, [], '2027-03-01'), { status: 'con_hieu_luc', disagrees: false })
  })

  test('stays unverified unless dates or relations decide', ({ assert }) => {
    const unverified = law({ statedStatus: 'chua_xac_minh' })
    assert.deepInclude(statusOn(unverified, [], '2026-12-01'), { status: 'chua_xac_minh', disagrees: false })
    assert.equal(statusOn(unverified, [], '2015-01-01').status, 'chua_co_hieu_luc')
    assert.equal(statusOn(unverified, [relation()], '2027-03-01').status, 'het_hieu_luc_toan_bo')
    const undated = law({ statedStatus: 'chua_xac_minh', effectiveOn: null })
    assert.equal(statusOn(undated, [], '2026-12-01').status, 'chua_xac_minh')
  })

  test('says unverified before its label was checked where nothing else is known', ({ assert }) => {
    const undated = law({ effectiveOn: null })
    assert.equal(statusOn(undated, [], '2026-01-01').status, 'chua_xac_minh')
    assert.equal(statusOn(undated, [], '2026-12-01').status, 'con_hieu_luc')
  })

  test('turns on days known beforehand', ({ assert }) => {
    const days = turningDays(law({ expiredOn: '2027-03-01' }), [relation(), relation({ targetId: 'third' })])
    assert.deepEqual(days, ['2016-01-01', '2026-11-24', '2027-03-01'])
  })
})

test.group('What a viewer is told at a tag', () => {
  test('names the successors of a dead law, whatever the provision', ({ assert }) => {
    const { banners: said } = banners(article('8'), law(), [relation()], '2027-03-01')
    assert.deepEqual(said, [
      {
        kind: 'replaced',
        about: 'law',
        status: 'het_hieu_luc_toan_bo',
        since: '2027-03-01',
        because: [{ relation: 'thay_the', lawId: 'new' }],
        successorIds: ['new'],
      },
    ])
    assert.deepEqual(banners(null, law(), [relation()], '2027-02-28').banners, [])
  })

  test('speaks of a partial change only where it touches the provision', ({ assert }) => {
    const amended = relation({
      kind: 'sua_doi_bo_sung',
      scope: 'part',
      provisions: [article('8', '2')],
      fromOn: '2026-01-01',
    })
    const said = (place: ReturnType<typeof article> | null) =>
      banners(place, law(), [amended], '2026-12-01').banners.map(({ kind }) => kind)
    assert.deepEqual(said(article('8', '2')), ['amended'])
    assert.deepEqual(said(article('8')), ['amended'])
    assert.deepEqual(said(article('8', '3')), [])
    assert.deepEqual(said(article('80')), [])
    assert.deepEqual(said(null), [])
  })

  test('asks instead of telling where nobody knows what a partial change touches', ({ assert }) => {
    const vague = relation({ kind: 'bai_bo', scope: 'part', fromOn: '2026-01-01' })
    assert.deepEqual(banners(article('8'), law(), [vague], '2026-12-01'), {
      banners: [],
      unknownScope: [{ relation: 'bai_bo', lawId: 'new' }],
    })
  })

  test('tells an expired, a repealed, a suspended and a future law apart', ({ assert }) => {
    const kind = (own: Partial<DatedLaw>, relations: LawRelation[], day = '2027-12-01') =>
      banners(null, law(own), relations, day).banners[0]?.kind
    assert.equal(kind({ expiredOn: '2027-01-01' }, []), 'expired')
    assert.equal(kind({}, [relation({ kind: 'bai_bo' })]), 'repealed')
    assert.equal(kind({}, [relation({ kind: 'dinh_chi' })]), 'suspended')
    assert.equal(kind({}, [], '2010-01-01'), 'not_yet')
    assert.equal(kind({ statedStatus: 'chua_xac_minh' }, []), undefined)
  })
})

test.group('A legal day', () => {
  test('begins at 17:00 UTC the day before', ({ assert }) => {
    assert.equal(todayInVietnam(new Date('2027-02-28T16:59:59Z')), '2027-02-28')
    assert.equal(todayInVietnam(new Date('2027-02-28T17:00:00Z')), '2027-03-01')
  })
})
