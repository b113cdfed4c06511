import { test } from '@japa/runner'
import { alignScript, partScript } from '../../../frontend/src/captions/align_script.js'
import { speechSpans } from '../../../frontend/src/captions/speech_spans.js'

const span = (startSeconds: number, endSeconds: number) => ({ startSeconds, endSeconds })

test.group('Where somebody speaks', () => {
  const film = (parts: [seconds: number, loudness: number][]) =>
    Uint8Array.from(parts.flatMap(([seconds, loudness]) => Array(seconds * 20).fill(loudness)))

  test('is where it is louder than the quiet of that film', ({ assert }) => {
    const peaks = film([
      [1, 60],
      [2, 180],
      [1, 62],
      [3, 170],
      [1, 60],
    ])
    assert.deepEqual(speechSpans(peaks, 20), [span(1, 3), span(4, 7)])
  })

  test('is not parted by the gaps between words, nor begun by a click', ({ assert }) => {
    const peaks = film([
      [1, 0],
      [1, 200],
      [0.2, 0],
      [1, 200],
      [1, 0],
      [0.1, 200],
      [1, 0],
    ])
    assert.deepEqual(
      speechSpans(peaks, 20).map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
      [[1, 3.2]]
    )
    assert.deepEqual(speechSpans(new Uint8Array(200), 20), [])
    assert.deepEqual(speechSpans(new Uint8Array(), 20), [])
  })
})

test.group('A script', () => {
  test('is parted by lines and sentences, no caption longer than two lines of 42', ({ assert }) => {
    assert.deepEqual(partScript('Bà Tư: Chào con!\n\n  Con chào bà.  Bà khỏe không ạ?\r\n'), [
      'Bà Tư: Chào con!',
      'Con chào bà. Bà khỏe không ạ?',
    ])
    const long =
      'Theo Luật Đất đai, người sử dụng đất được cấp giấy chứng nhận quyền sử dụng đất khi có đủ điều kiện, và không phải nộp thêm khoản nào ngoài những khoản mà pháp luật đã quy định rõ.'
    const parts = partScript(long)
    assert.equal(parts.join(' '), long)
    assert.isAbove(parts.length, 2)
    for (const { text } of alignScript(long, [], 20))
      for (const line of text.split('\n')) assert.isAtMost(line.length, 42)
  })

  test('is laid out over the seconds of speech, each caption ending in a pause that is near', ({
    assert,
  }) => {
    const script = 'một hai ba bốn\nnăm sáu\nbảy tám chín mười'
    const cues = alignScript(script, [span(1, 5), span(8, 10.2), span(12, 16)], 20)
    assert.deepEqual(
      cues.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
      [
        [1, 5],
        [8, 10.2],
        [12, 16],
      ]
    )
  })

  test('is spread by its syllables where there is no pause', ({ assert }) => {
    const cues = alignScript('một\nhai ba\nbốn', [], 8)
    assert.deepEqual(
      cues.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
      [
        [0, 2],
        [2, 6],
        [6, 8],
      ]
    )
  })

  test('gives captions in order that never overlap, whatever the film', ({ assert }) => {
    const script = Array.from({ length: 60 }, (_, at) => 'tiếng '.repeat(1 + ((at * 7) % 11))).join('\n')
    const spans = Array.from({ length: 25 }, (_, at) => span(at * 3, at * 3 + 0.3 + ((at * 13) % 22) / 10))
    const cues = alignScript(script, spans, 90)
    assert.isAtLeast(cues.length, 60)
    cues.forEach(({ startSeconds, endSeconds }, at) => {
      assert.isAbove(endSeconds, startSeconds)
      if (at > 0) assert.isAtLeast(startSeconds, cues[at - 1]!.endSeconds)
    })
    assert.deepEqual(alignScript('  \n ', spans, 90), [])
  })
})
