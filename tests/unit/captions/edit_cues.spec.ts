import { test } from '@japa/runner'
import {
  newCue,
  problemsOf,
  readTime,
  readTrack,
  timeText,
  writeTrack,
} from '../../../frontend/src/captions/cues.js'
import {
  insertAt,
  mergeWithNext,
  nudge,
  remove,
  setEnd,
  setStart,
  split,
} from '../../../frontend/src/captions/edit_cues.js'

const cue = (startSeconds: number, endSeconds: number, text = 'xin chào bà con') =>
  newCue({ startSeconds, endSeconds, text })
const times = (cues: { startSeconds: number; endSeconds: number }[]) =>
  cues.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds])

test.group('Captions in the editor', () => {
  test('come from WebVTT and go back to it unchanged', ({ assert }) => {
    const webVtt =
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Bà Tư>Chào\ncon\n\n01:00:03.040 --> 01:00:04.000\nHết\n'
    assert.equal(writeTrack(readTrack(webVtt)), webVtt)
    assert.equal(readTrack(webVtt.replace('Hết', 'A &amp; B'))[1]?.text, 'A & B')
    assert.equal(
      writeTrack([cue(1, 2, ' \n '), cue(0, 1, 'a\n\n--> b')]),
      'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\na\n→ b\n'
    )
  })

  test('have times that people write', ({ assert }) => {
    assert.deepEqual(['83', '1:23', '1:23,4', '1:02:03.45', 'x', '', '1:2:3:4'].map(readTime), [
      ...[83, 83, 83.4, 3723.45, null, null, null],
    ])
    assert.deepEqual([0, 83.456, 3723.4].map(timeText), ['0:00.00', '1:23.46', '1:02:03.40'])
  })

  test('begin and end where the film is, an edge never passing the other', ({ assert }) => {
    const one = cue(4, 6)
    assert.deepEqual(times(setStart([one], one.id, 5)), [[5, 6]])
    assert.deepEqual(times(setStart([one], one.id, 8)), [[8, 10]])
    assert.deepEqual(times(setEnd([one], one.id, 5)), [[4, 5]])
    assert.deepEqual(times(setEnd([one], one.id, 3)), [[1, 3]])
    assert.deepEqual(times(nudge([one], one.id, 'start', -0.1)), [[3.9, 6]])
    assert.deepEqual(times(nudge([one], one.id, 'end', -9)), [[4, 4.1]])
    assert.deepEqual(times(nudge([cue(0, 1)], one.id, 'start', -1)), [[0, 1]])
  })

  test('are put in order again when one is moved past another', ({ assert }) => {
    const [a, b] = [cue(1, 2), cue(3, 4)]
    assert.deepEqual(times(setStart([a, b], a.id, 5)), [
      [3, 4],
      [5, 6],
    ])
  })

  test('are split at the cursor or at a moment, between words', ({ assert }) => {
    const one = cue(0, 4, 'một hai ba bốn')
    const byCaret = split([one], one.id, { caret: 7 })
    assert.deepEqual(
      byCaret.cues.map(({ text }) => text),
      ['một hai', 'ba bốn']
    )
    assert.deepEqual(times(byCaret.cues), [
      [0, 2],
      [2, 4],
    ])
    assert.equal(byCaret.chosen, byCaret.cues[1]!.id)
    const byTime = split([one], one.id, { seconds: 3 })
    assert.deepEqual(
      byTime.cues.map(({ text }) => text),
      ['một hai ba', 'bốn']
    )
    const tiny = cue(0, 0.15)
    assert.lengthOf(split([tiny], tiny.id, { caret: 3 }).cues, 1)
  })

  test('are merged with the next, inserted and removed', ({ assert }) => {
    const [a, b] = [cue(1, 2, 'một'), cue(3, 4, 'hai')]
    const merged = mergeWithNext([a, b], a.id)
    assert.deepEqual(merged.cues, [{ ...a, endSeconds: 4, text: 'một hai' }])
    assert.equal(mergeWithNext([a, cue(3, 4, '– hai')], a.id).cues[0]!.text, 'một\n– hai')
    assert.deepEqual(mergeWithNext([a, b], b.id).cues, [a, b])
    assert.deepEqual(times(insertAt([a, b], 2).cues), [
      [1, 2],
      [2, 3],
      [3, 4],
    ])
    assert.deepEqual(times(insertAt([], 7).cues), [[7, 9]])
    assert.deepEqual(remove([a, b], b.id), { cues: [a], chosen: a.id })
    assert.deepEqual(remove([a], a.id), { cues: [], chosen: null })
  })

  test('say what readers would stumble over', ({ assert }) => {
    const fast = problemsOf(cue(0, 1, 'a'.repeat(30)), cue(0.5, 2))
    assert.deepEqual(fast, {
      charactersPerSecond: 30,
      ...{ isTooFast: true, overlaps: true, hasLongLine: false, isEmpty: false },
    })
    assert.isTrue(problemsOf(cue(0, 9, 'a'.repeat(43)), undefined).hasLongLine)
    assert.isTrue(problemsOf(cue(0, 9, '<i></i>'), undefined).isEmpty)
  })
})
