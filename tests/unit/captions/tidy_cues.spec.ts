import { test } from '@japa/runner'
import { tidyCues } from '../../../backend/app/captions/tidy_cues.js'

const cue = (startSeconds: number, endSeconds: number, text: string) => ({ startSeconds, endSeconds, text })

test.group('Cues that were sent', () => {
  test('are left as they are where they follow each other', ({ assert }) => {
    const cues = [cue(0, 1, 'a'), cue(1, 2, 'b'), cue(5, 6, 'c')]
    assert.deepEqual(tidyCues(cues), { cues, repairs: { reordered: 0, shortened: 0, merged: 0 } })
  })

  test('are put in order, and end where the next begins', ({ assert }) => {
    const { cues, repairs } = tidyCues([cue(4, 6, 'b'), cue(1, 5, 'a'), cue(7, 8, 'c')])
    assert.deepEqual(cues, [cue(1, 4, 'a'), cue(4, 6, 'b'), cue(7, 8, 'c')])
    assert.deepEqual(repairs, { reordered: 1, shortened: 1, merged: 0 })
  })

  test('share their time where two speak at once, and are said once where they are the same', ({
    assert,
  }) => {
    const { cues, repairs } = tidyCues([cue(1, 3, '– Ai?'), cue(1.1, 4, '– Tôi.'), cue(1.2, 3, '– Ai?')])
    assert.deepEqual(cues, [cue(1, 4, '– Ai?\n– Tôi.')])
    assert.equal(repairs.merged, 2)
  })

  test('never overlap, whatever was sent', ({ assert }) => {
    const wild = Array.from({ length: 500 }, (_, at) => {
      const start = ((at * 7919) % 997) / 10
      return cue(start, start + 0.1 + ((at * 31) % 50) / 10, `câu ${at}`)
    })
    const { cues } = tidyCues(wild)
    cues.forEach(({ startSeconds, endSeconds }, at) => {
      assert.isAbove(endSeconds, startSeconds)
      if (at > 0) assert.isAtLeast(startSeconds, cues[at - 1]!.endSeconds)
    })
    const words = cues.flatMap(({ text }) => text.split('\n'))
    assert.sameMembers(
      words,
      wild.map(({ text }) => text)
    )
  })
})
