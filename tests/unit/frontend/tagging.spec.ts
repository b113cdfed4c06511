import { test } from '@japa/runner'
import type { Tag, TagSuggestion } from '../../../frontend/src/api/types.js'
import { laneAct } from '../../../frontend/src/review/lane_keys.js'
import { NO_MARKS } from '../../../frontend/src/review/marks.js'
import { currentAfter, openSuggestions, tagOf } from '../../../frontend/src/review/suggestion_list.js'
import { NO_OVERLAY, overlaid, settled, withChange } from '../../../frontend/src/review/tag_overlay.js'
import { copied, moved, movedTo, split } from '../../../frontend/src/review/tag_spans.js'

const span = (startSeconds: number, endSeconds: number | null) => ({ startSeconds, endSeconds })

test.group('The seconds of a tag', () => {
  test('move together, in tenths, and stay within the video', ({ assert }) => {
    assert.deepEqual(moved(span(10, 14.5), 'whole', 0.1, 60), span(10.1, 14.6))
    assert.deepEqual(moved(span(10, 14.5), 'whole', -30, 60), span(0, 4.5))
    assert.deepEqual(moved(span(10, 14.5), 'whole', 100, 60), span(55.5, 60))
    assert.deepEqual(moved(span(10, null), 'whole', 5, 60), span(15, null))
  })

  test('are trimmed at either end, which never pass each other', ({ assert }) => {
    assert.deepEqual(moved(span(10, 14), 'start', 1, 60), span(11, 14))
    assert.deepEqual(moved(span(10, 14), 'start', 9, 60), span(13.8, 14))
    assert.deepEqual(moved(span(10, 14), 'end', -9, 60), span(10, 10.2))
    assert.deepEqual(moved(span(10, 14), 'end', 99, 60), span(10, 60))
    assert.deepEqual(moved(span(10, null), 'end', -1, 60), span(10, 19))
  })

  test('are brought to the playhead', ({ assert }) => {
    assert.deepEqual(movedTo(span(10, 14), 'start', 12.34, 60), span(12.3, 14))
    assert.deepEqual(movedTo(span(10, 14), 'end', 30, 60), span(10, 30))
    assert.deepEqual(movedTo(span(10, null), 'end', 12, 60), span(10, 12))
  })

  test('are split only where both halves are something', ({ assert }) => {
    assert.deepEqual(split(span(10, 14), 12, 60), [span(10, 12), span(12, 14)])
    assert.deepEqual(split(span(10, null), 12, 60), [span(10, 12), span(12, null)])
    for (const at of [5, 10, 10.1, 14, 30]) assert.isNull(split(span(10, 14), at, 60))
  })

  test('are copied with their length, cut at the end of the video', ({ assert }) => {
    assert.deepEqual(copied(span(10, 14), 20, 60), span(20, 24))
    assert.deepEqual(copied(span(10, 14), 58, 60), span(58, 60))
    assert.isNull(copied(span(10, 14), 60, 60))
  })
})

test.group('The tags that are shown while changes are on their way', () => {
  const tag = (id: string, fields: Partial<Tag> = {}) => ({ id, ...span(1, 2), ...fields }) as Tag
  const tags = [tag('a'), tag('b')]

  test('are the answered ones with what was changed, removed and added', ({ assert }) => {
    const changed = withChange(withChange(NO_OVERLAY, 'a', { startSeconds: 0 }), 'b', null)
    const shown = overlaid(tags, { ...changed, added: [tag('c'), tag('a')] })
    assert.deepEqual(
      shown.map(({ id, startSeconds }) => [id, startSeconds]),
      [
        ['a', 0],
        ['c', 1],
      ]
    )
    assert.deepEqual(overlaid(tags, withChange(withChange(changed, 'a', undefined), 'b', undefined)), tags)
  })

  test('are the server’s once nothing of a tag is on its way', ({ assert }) => {
    const both = withChange(withChange(NO_OVERLAY, 'a', { startSeconds: 0 }), 'b', null)
    const left = settled({ ...both, added: [tag('c')] }, new Set(['b']))
    assert.deepEqual(overlaid(tags, left), [tags[0]!])
  })
})

test.group('The keys of the lane', () => {
  const press = (key: string, { shiftKey = false, grip = 'whole' as const } = {}) =>
    laneAct({ key, shiftKey }, grip)

  test('move by a second, a tenth or ten', ({ assert }) => {
    assert.deepEqual(press('ArrowLeft'), { act: 'nudge', bySeconds: -1 })
    assert.deepEqual(press('ArrowRight', { shiftKey: true }), { act: 'nudge', bySeconds: 0.1 })
    assert.deepEqual(press('PageUp'), { act: 'nudge', bySeconds: 10 })
    assert.isNull(press('s'))
  })

  test('take hold of an edge, and let it go', ({ assert }) => {
    assert.deepEqual(press('['), { act: 'grip', grip: 'start' })
    assert.deepEqual(laneAct({ key: '[', shiftKey: false }, 'start'), { act: 'grip', grip: 'whole' })
    assert.deepEqual(laneAct({ key: 'Escape', shiftKey: false }, 'end'), { act: 'grip', grip: 'whole' })
    assert.deepEqual(press('Escape'), { act: 'leave' })
  })
})

test.group('The suggestions at the desk', () => {
  const one = (key: string, startSeconds: number | null) =>
    ({ key, startSeconds, endSeconds: startSeconds && startSeconds + 3 }) as TagSuggestion

  test('go once accepted at their second, or dismissed wherever they are said', ({ assert }) => {
    const all = [one('a', 1), one('b', 5), one('c', null)]
    assert.deepEqual(openSuggestions(all, new Set(['b']), new Set(['a@1'])), [all[2]!])
    assert.deepEqual(openSuggestions(all, new Set(), new Set(['a@9'])), all)
  })

  test('keep the current one, else what came in its stead', ({ assert }) => {
    const open = [one('a', 1), one('b', 5)]
    assert.equal(currentAfter(open, 'b', 0), 1)
    assert.equal(currentAfter(open, 'gone', 1), 1)
    assert.equal(currentAfter(open, 'gone', 7), 1)
    assert.equal(currentAfter([], null, 3), 0)
  })

  test('become tags at the seconds of their cue; what is only written takes the marked ones', ({
    assert,
  }) => {
    assert.containsSubset(tagOf(one('a', 4), span(50, 60)), span(4, 7))
    assert.containsSubset(tagOf(one('a', null), span(50, 60)), span(50, 60))
    assert.containsSubset(tagOf(one('a', null), NO_MARKS), NO_MARKS)
  })
})
