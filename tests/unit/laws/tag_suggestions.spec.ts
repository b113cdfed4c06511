import { normalise } from '#app/core/vietnamese_text'
import { spokenText, type SpokenCue } from '#app/tags/suggestions/spoken_text'
import { suggestTags, type VideoTexts } from '#app/tags/suggestions/suggest_tags'
import { test } from '@japa/runner'
import { read } from './citation_reading.js'

const nothing: VideoTexts = { title: '', description: '', captions: [], durationSeconds: 300, tags: [] }
const suggest = (texts: Partial<VideoTexts>) => suggestTags({ ...nothing, ...texts }, (text) => read(text))
const cue = (startSeconds: number, text: string, endSeconds = startSeconds + 3): SpokenCue => ({
  startSeconds,
  endSeconds,
  text,
})
const helmet = '168/2024/NĐ-CP'
const tied = { lawId: helmet, article: '7', clause: '2', point: 'h', startSeconds: null, endSeconds: null }

test.group('Suggestions for tags', () => {
  test('come from the captions with the seconds of the cue and the words around', ({ assert }) => {
    const [one, ...others] = suggest({
      captions: [
        [cue(1, 'Chào chú Sáu!'), cue(42.5, 'Theo điểm h khoản 2 Điều 7 Nghị định 168/2024/NĐ-CP đó nghen.')],
      ],
    })
    assert.isEmpty(others)
    assert.deepEqual(one, {
      key: '168/2024/NĐ-CP/dieu-7/khoan-2/diem-h',
      lawId: helmet,
      article: '7',
      clause: '2',
      point: 'h',
      mentions: [
        {
          source: 'captions',
          startSeconds: 42.5,
          endSeconds: 45.5,
          quote: {
            before: 'Chào chú Sáu! Theo ',
            text: 'điểm h khoản 2 Điều 7 Nghị định 168/2024/NĐ-CP',
            after: ' đó nghen.',
          },
          assumed: false,
        },
      ],
    })
  })

  test('are found where a citation runs on over several cues, with the seconds of all of them', ({
    assert,
  }) => {
    const captions = [
      [
        cue(10, '<v Cán bộ>Căn cứ điểm h'),
        cue(13, '<i>khoản 2 Điều 7</i>'),
        cue(16, 'Nghị định số\n168/2024/NĐ-CP'),
      ],
    ]
    for (const form of ['NFC', 'NFD'] as const) {
      const [one] = suggest({
        captions: captions.map((cues) => cues.map((each) => ({ ...each, text: each.text.normalize(form) }))),
      })
      assert.containsSubset(one, { article: '7', clause: '2', point: 'h' })
      assert.containsSubset(one?.mentions[0], { startSeconds: 10, endSeconds: 19 })
      assert.equal(normalise(one!.mentions[0]!.quote.before), 'Căn cứ ')
    }
  })

  test('do not run on over a long pause', ({ assert }) => {
    const [law, ...others] = suggest({
      captions: [[cue(10, 'Theo khoản 2 Điều 7'), cue(60, 'Nghị định 168/2024/NĐ-CP')]],
    })
    assert.isEmpty(others)
    assert.containsSubset(law, { article: null, mentions: [{ startSeconds: 60 }] })
  })

  test('are grouped by provision, spoken ones first and in time', ({ assert }) => {
    const found = suggest({
      title: 'Điều 9 Luật Trẻ em',
      description: 'Nói về Điều 8 Luật Trẻ em và Điều 10 Luật Trẻ em.',
      captions: [
        [cue(50, 'Điều 9 Luật Trẻ em'), cue(70, 'Điều 8 Luật Trẻ em'), cue(90, 'Điều 9 Luật Trẻ em')],
      ],
    })
    assert.deepEqual(
      found.map(({ article, mentions }) => [
        article,
        mentions.map(({ source, startSeconds }) => startSeconds ?? source),
      ]),
      [
        ['9', [50, 90, 'title']],
        ['8', [70, 'description']],
        ['10', ['description']],
      ]
    )
    assert.isTrue(found.every(({ mentions }) => mentions.every(({ assumed }) => assumed)))
  })

  test('say once what two tracks say at the same seconds', ({ assert }) => {
    const [one] = suggest({
      captions: [[cue(5, 'Điều 9 Luật Trẻ em')], [cue(5.5, 'See Điều 9 Luật Trẻ em')]],
    })
    assert.lengthOf(one!.mentions, 1)
  })

  test('leave out what a tag says, or says more exactly, at these seconds', ({ assert }) => {
    const captions = [
      [
        cue(40, 'Khoản 2 Điều 7 Nghị định 168/2024/NĐ-CP'),
        cue(140, 'Khoản 2 Điều 7 Nghị định 168/2024/NĐ-CP'),
      ],
    ]
    const seconds = (tags: VideoTexts['tags']) =>
      suggest({ captions, title: 'Điều 7 Nghị định 168/2024/NĐ-CP', tags }).map(({ clause, mentions }) => [
        clause,
        ...mentions.map(({ startSeconds }) => startSeconds),
      ])
    assert.deepEqual(seconds([]), [
      ['2', 40, 140],
      [null, null],
    ])
    assert.deepEqual(seconds([tied]), [])
    assert.deepEqual(seconds([{ ...tied, startSeconds: 38, endSeconds: 41 }]), [['2', 140]])
    assert.deepEqual(seconds([{ ...tied, startSeconds: 38 }]), [])
    const wider = { ...tied, clause: null, point: null }
    assert.deepEqual(seconds([wider]), [['2', 40, 140]])
  })

  test('leave out what cannot be tied, and take a wide range for the document', ({ assert }) => {
    assert.isEmpty(
      suggest({ title: 'Nghị định 999/2031/NĐ-CP, Điều này, khoản 2 của Luật khác, 2 điểm giấy phép' })
    )
    const [wide, ...others] = suggest({ title: 'Điều 5 đến Điều 40 Luật Trẻ em' })
    assert.isEmpty(others)
    assert.isNull(wide!.article)
  })

  test('have no seconds behind the end of a video that was cut', ({ assert }) => {
    const cues = [cue(58, 'Điều 9 Luật Trẻ em'), cue(70, 'Điều 8 Luật Trẻ em')]
    const [last, behind] = suggest({ captions: [cues], durationSeconds: 60 })
    assert.containsSubset(last!.mentions[0], { startSeconds: 58, endSeconds: 60 })
    assert.containsSubset(behind!.mentions[0], { startSeconds: null, endSeconds: null })
  })

  test('come from hours of captions, each citation at its second', ({ assert }) => {
    const cues = Array.from({ length: 6000 }, (_, at) =>
      cue(at * 3, at % 3 ? 'Ờ thì vậy đó bà con.' : `Điều ${(at % 50) + 1} Luật Trẻ em`)
    )
    const found = suggest({ captions: [cues], durationSeconds: null })
    const mentions = found.flatMap(({ article, mentions: all }) =>
      all.map(({ startSeconds }) => [article, startSeconds! / 3] as const)
    )
    assert.lengthOf(mentions, 2000)
    for (const [article, at] of mentions) assert.equal(article, String((at % 50) + 1))
  })
})

test.group('The text of captions', () => {
  test('has no markup and decodes what WebVTT encodes', ({ assert }) => {
    assert.equal(
      spokenText([cue(0, '<v.loud Chú Sáu>Nam &amp; nữ &lt;3'), cue(3, 'tiếp')]).text,
      'Nam & nữ <3\ntiếp'
    )
    assert.equal(spokenText([]).text, '')
  })
})
