import { test } from '@japa/runner'
import { serialisePayload } from '../../../frontend/src/app/payload.js'
import {
  formatBytes,
  formatDay,
  formatDuration,
  formatNumber,
  formatTime,
} from '../../../frontend/src/i18n/format.js'
import { highlight } from '../../../frontend/src/search/highlight.js'
import { embedCode } from '../../../frontend/src/share/embed_code.js'
import { readCues } from '../../../frontend/src/videos/web_vtt.js'

const hits = (text: string, query: string) =>
  highlight(text, query)
    .filter(({ hit }) => hit)
    .map((part) => part.text)

test.group('Texts on the pages', () => {
  test('words are found without their marks, and only whole', ({ assert }) => {
    assert.deepEqual(hits('Uống rượu bia rồi lái xe', 'uong ruou lai xe'), ['Uống', 'rượu', 'lái', 'xe'])
    assert.deepEqual(hits('Đất đai', 'dat'), ['Đất'])
    assert.deepEqual(hits('Xem xét', 'xe'), [])
  })

  test('no query is a pattern', ({ assert }) => {
    for (const query of ['(', '*', 'Luật (sửa đổi)', '\\', '[a-']) {
      assert.equal(
        highlight('Luật (sửa đổi)', query)
          .map(({ text }) => text)
          .join(''),
        'Luật (sửa đổi)'
      )
    }
  })

  test('days are those of Vietnam', ({ assert }) => {
    assert.equal(formatDay('2026-11-23T18:30:00Z', 'vi'), '24/11/2026')
    assert.equal(formatDay('2015-01-01', 'en'), '1 Jan 2015')
    assert.equal(formatTime('2026-11-23T18:30:00Z', 'vi'), '01:30, 24/11/2026')
  })

  test('lengths and numbers read as people write them', ({ assert }) => {
    assert.deepEqual([0, 83, 3725].map(formatDuration), ['0:00', '1:23', '1:02:05'])
    assert.equal(formatNumber(1234567, 'vi'), '1.234.567')
    assert.equal(formatBytes(1_540_000, 'vi'), '1,5 MB')
  })

  test('cues lose their markup and keep their second', ({ assert }) => {
    const file =
      'WEBVTT\r\n\r\nNOTE no\r\n\r\n1\r\n00:01.500 --> 00:03.000 line:0\r\n<v Ba>Ăn &amp; nói</v>\r\nrồi đi\r\n'
    assert.deepEqual(readCues(file), [{ startSeconds: 1.5, endSeconds: 3, text: 'Ăn & nói rồi đi' }])
  })

  test('data of a page can not close the script it lies in', ({ assert }) => {
    const pageData = { key: { data: '</script><script>alert(1)</script>\u2028' } }
    const text = serialisePayload({ account: null, site: {} as never, pageData })
    assert.notInclude(text, '<')
    assert.deepEqual(JSON.parse(text).pageData, pageData)
  })

  test('a title can not break out of the code for other sites', ({ assert }) => {
    const code = embedCode('https://luat.example', { id: 'x', title: '"><script>', width: 720, height: 1280 })
    assert.include(code, 'title="&quot;>&lt;script>"')
    assert.include(code, 'aspect-ratio:720/1280')
  })
})
