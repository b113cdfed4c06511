import { test } from '@japa/runner'
import type { Tag } from '../../../frontend/src/api/types.js'
import { laneSegments, tagsAt, untimedTags } from '../../../frontend/src/player/law_lane.js'

function givenTag(id: string, startSeconds: number | null, endSeconds: number | null): Tag {
  const law = {
    id: 'l',
    number: '36/2024/QH15',
    title: 'Luật',
    slug: '36-2024-qh15',
    status: 'con_hieu_luc' as const,
  }
  return {
    id,
    law,
    article: '8',
    clause: null,
    point: null,
    startSeconds,
    endSeconds,
    role: 'teaches',
    citation: '',
  }
}
const ids = (tags: Tag[]) => tags.map(({ id }) => id)

test.group('The law lane', () => {
  test('keeps tags of the whole video off the lane', ({ assert }) => {
    const tags = [givenTag('whole', null, null), givenTag('timed', 3, 9)]
    assert.deepEqual(ids(laneSegments(tags, 60).map(({ tag }) => tag)), ['timed'])
    assert.deepEqual(ids(untimedTags(tags)), ['whole'])
  })

  test('puts segments that overlap in time into different rows, and fills a row again', ({ assert }) => {
    const tags = [givenTag('a', 0, 20), givenTag('b', 10, 30), givenTag('c', 20, 40)]
    assert.deepEqual(
      laneSegments(tags, 60).map(({ tag, row }) => [tag.id, row]),
      [
        ['a', 0],
        ['b', 1],
        ['c', 0],
      ]
    )
  })

  test('ends no segment after the video', ({ assert }) => {
    const [segment] = laneSegments([givenTag('late', 55, 90)], 60)
    assert.equal(segment?.endSeconds, 60)
  })

  test('names what is being spoken of, the latest first, and not at its very end', ({ assert }) => {
    const tags = [givenTag('long', 0, 30), givenTag('short', 10, 20)]
    assert.deepEqual(ids(tagsAt(tags, 12)), ['short', 'long'])
    assert.deepEqual(ids(tagsAt(tags, 20)), ['long'])
    assert.deepEqual(ids(tagsAt(tags, 30)), [])
  })

  test('takes a tag without an end to last ten seconds', ({ assert }) => {
    assert.lengthOf(tagsAt([givenTag('open', 5, null)], 14.9), 1)
    assert.lengthOf(tagsAt([givenTag('open', 5, null)], 15), 0)
  })
})
