import { test } from '@japa/runner'
import { findInCues } from '../../../frontend/src/videos/find_in_cues.js'
import { readCues } from '../../../frontend/src/videos/web_vtt.js'

const cues = readCues(
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bà Tư>Đội mũ\nbảo hiểm &amp; đội mũ\n\n00:03.000 --> 00:04.000\nHết\n'
)

test.group('Searching what is said', () => {
  test('finds words with or without their marks, in either form of Unicode', ({ assert }) => {
    for (const query of ['đội mũ', 'doi mu', 'ĐỘI MŨ ', 'đội mũ'.normalize('NFD')]) {
      const parts = findInCues(cues, query).get(0)!
      assert.deepEqual(
        parts.filter(({ hit }) => hit).map(({ text }) => text),
        ['Đội mũ', 'đội mũ'],
        query
      )
      assert.equal(parts.map(({ text }) => text).join(''), 'Đội mũ bảo hiểm & đội mũ')
    }
    assert.deepEqual([...findInCues(cues, 'het').keys()], [1])
  })

  test('finds nothing for nothing, and takes signs as they are', ({ assert }) => {
    for (const query of ['', '  ', '.*', '[', 'xe máy']) assert.equal(findInCues(cues, query).size, 0, query)
    assert.deepEqual([...findInCues(cues, '&').keys()], [0])
  })
})
