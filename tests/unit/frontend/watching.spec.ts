import { test } from '@japa/runner'
import type { ListedVideo, Tag } from '../../../frontend/src/api/types.js'
import { chapterAt, chaptersOf, chapterStep } from '../../../frontend/src/player/chapters.js'
import { firstEstimateBps, mayFetchAhead, savesData } from '../../../frontend/src/player/connection.js'
import { readPlaces, withPlace } from '../../../frontend/src/player/kept_places.js'
import { readCaptionLook } from '../../../frontend/src/player/use_caption_look.js'
import { embedCode } from '../../../frontend/src/share/embed_code.js'
import { qrPath } from '../../../frontend/src/share/qr_path.js'
import { facebookLink, videoLink } from '../../../frontend/src/share/share_links.js'
import { feedOrder, hasPlayer, keyedIndex } from '../../../frontend/src/swipe/feed_order.js'
import { nextVideos } from '../../../frontend/src/videos/next_videos.js'

const seen = { connection: {}, prefersReducedData: false, isHidden: false }
const givenTag = (id: string, startSeconds: number | null) => ({ id, startSeconds }) as Tag
const givenVideo = (id: string) => ({ id }) as ListedVideo
const ids = (items: { id: string }[]) => items.map(({ id }) => id).join('')

test.group('Before anybody presses play', () => {
  test('segments are fetched where the connection allows, and where it tells nothing', ({ assert }) => {
    assert.isTrue(mayFetchAhead(seen))
    assert.isTrue(mayFetchAhead({ ...seen, connection: { effectiveType: '4g', downlink: 8 } }))
    for (const effectiveType of ['slow-2g', '2g', '3g'])
      assert.isFalse(mayFetchAhead({ ...seen, connection: { effectiveType } }))
  })

  test('nothing is fetched for whoever saves data or does not look', ({ assert }) => {
    assert.isFalse(mayFetchAhead({ ...seen, connection: { saveData: true, effectiveType: '4g' } }))
    assert.isFalse(mayFetchAhead({ ...seen, prefersReducedData: true }))
    assert.isFalse(mayFetchAhead({ ...seen, isHidden: true }))
    assert.isFalse(savesData({ ...seen, isHidden: true }))
  })

  test('the first rung is chosen by a quarter of the link, within bounds', ({ assert }) => {
    assert.equal(firstEstimateBps({ downlink: 4 }), 1_000_000)
    assert.equal(firstEstimateBps({}), 1_000_000)
    assert.equal(firstEstimateBps({ downlink: 0.1 }), 300_000)
    assert.equal(firstEstimateBps({ downlink: 1000 }), 3_000_000)
  })
})

test.group('Chapters', () => {
  const chapters = chaptersOf(
    [givenTag('b', 20), givenTag('a', 5), givenTag('c', 20), givenTag('w', null)],
    60
  )

  test('begin where tags begin, without gaps, after an opening', ({ assert }) => {
    assert.deepEqual(
      chapters.map(({ startSeconds, endSeconds, tags }) => [startSeconds, endSeconds, ids(tags)]),
      [
        [0, 5, ''],
        [5, 20, 'a'],
        [20, 60, 'bc'],
      ]
    )
  })

  test('have no opening of a moment, and none where no tag has its second', ({ assert }) => {
    assert.deepEqual(chaptersOf([givenTag('a', 1)], 60), [
      { startSeconds: 0, endSeconds: 60, tags: [givenTag('a', 1)] },
    ])
    assert.isEmpty(chaptersOf([givenTag('w', null), givenTag('late', 61)], 60))
  })

  test('are stepped through; back goes to the beginning of this one first', ({ assert }) => {
    assert.equal(chapterAt(chapters, 19.9), 1)
    assert.equal(chapterStep(chapters, 10, 1), 20)
    assert.isNull(chapterStep(chapters, 30, 1))
    assert.equal(chapterStep(chapters, 30, -1), 20)
    assert.equal(chapterStep(chapters, 21, -1), 5)
    assert.equal(chapterStep(chapters, 1, -1), 0)
    assert.isNull(chapterStep([], 1, -1))
  })
})

test.group('What the browser keeps', () => {
  const at = (seconds: number) => ({ seconds, durationSeconds: 100 })

  test('is the place, until the video is as good as seen', ({ assert }) => {
    assert.deepEqual(withPlace({}, 'a', at(40.7)), { a: 40 })
    assert.deepEqual(withPlace({ a: 40 }, 'a', at(95)), {})
    assert.deepEqual(withPlace({ a: 40, b: 3 }, 'a', at(4)), { b: 3 })
  })

  test('is no more than sixty places, the oldest forgotten first', ({ assert }) => {
    let places = {}
    for (let index = 0; index < 70; index++) places = withPlace(places, `v${index}`, at(30))
    assert.lengthOf(Object.keys(places), 60)
    assert.notProperty(places, 'v9')
    assert.property(places, 'v69')
  })

  test('is read with care', ({ assert }) => {
    for (const text of [null, '', '{', '[]', '7', 'null', '{"a":"x","b":-1,"c":null}'])
      assert.deepEqual(readPlaces(text), {})
    assert.deepEqual(readCaptionLook('huge/none'), { size: 'huge', ground: 'none' })
    assert.deepEqual(readCaptionLook('enormous'), { size: 'medium', ground: 'dark' })
  })
})

test.group('Sharing', () => {
  test('a link leads to the second, and to the beginning without one', ({ assert }) => {
    assert.equal(videoLink('https://l.example', 'mu', 83.9), 'https://l.example/video/mu?t=83')
    assert.equal(videoLink('https://l.example', 'mu', 0.4), 'https://l.example/video/mu')
    assert.include(facebookLink('https://l.example/video/mu?t=83'), '%3Ft%3D83')
  })

  test('the code for other sites has the second and the size that were chosen', ({ assert }) => {
    const video = { id: 'x', title: 'Mũ', width: 720, height: 1280 }
    const code = embedCode('https://l.example', video, { startSeconds: 12.5, width: 360 })
    assert.include(code, 'src="https://l.example/nhung/x?t=12"')
    assert.include(code, 'width:360px;max-width:100%;aspect-ratio:720/1280')
  })

  test('the dark modules of a QR code become runs', ({ assert }) => {
    assert.equal(qrPath([[true, true, false, true], [false]]), 'M0 0h2v1h-2zM3 0h1v1h-1z')
  })
})

test.group('What comes next', () => {
  test('the feed begins with what was asked for and shows nothing twice', ({ assert }) => {
    assert.equal(
      ids(feedOrder(givenVideo('c'), [...'abc'].map(givenVideo), [...'bd'].map(givenVideo))),
      'cabd'
    )
    assert.equal(ids(feedOrder(null, [givenVideo('a')])), 'a')
  })

  test('only the one in sight and the one after it have a player', ({ assert }) => {
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => hasPlayer(index, 1)),
      [false, true, true, false]
    )
  })

  test('keys lead up and down and stop at the ends', ({ assert }) => {
    assert.equal(keyedIndex('ArrowDown', 0, 3), 1)
    assert.equal(keyedIndex('PageUp', 2, 3), 1)
    assert.equal(keyedIndex('End', 0, 3), 2)
    for (const [key, active] of [
      ['ArrowDown', 2],
      ['ArrowUp', 0],
      ['Home', 0],
      ['x', 1],
    ] as const)
      assert.isNull(keyedIndex(key, active, 3))
  })

  test('skits on the same law come before those on the same topic, and never the same again', ({
    assert,
  }) => {
    assert.equal(ids(nextVideos('a', [...'ab'].map(givenVideo), [...'cba'].map(givenVideo))), 'bc')
  })
})
