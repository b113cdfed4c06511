import { test } from '@japa/runner'
import { WatchedParts } from '../../../frontend/src/player/watched_parts.js'

/** Plays from one second to another, told four times a second. */
function play(watched: WatchedParts, from: number, to: number) {
  for (let at = from; at <= to; at += 0.25) watched.follow(at)
}

test.group('What is watched of a video', () => {
  test('is nothing before it is played, and below a second', ({ assert }) => {
    const watched = new WatchedParts(100)
    assert.isNull(watched.take())
    play(watched, 0, 0.5)
    assert.isNull(watched.take())
  })

  test('is its seconds and the parts in which they lie', ({ assert }) => {
    const watched = new WatchedParts(100)
    play(watched, 0, 5)
    assert.deepEqual(watched.take(), { first: true, watchedSeconds: 5, parts: [0, 1, 2] })
  })

  test('is told once, in later sums only what is new', ({ assert }) => {
    const watched = new WatchedParts(100)
    play(watched, 0, 3)
    watched.take()
    play(watched, 0, 5)
    assert.deepEqual(watched.take(), { first: false, watchedSeconds: 5, parts: [2] })
    assert.isNull(watched.take())
  })

  test('is neither what is jumped over nor what passes while it stands still', ({ assert }) => {
    const watched = new WatchedParts(100)
    play(watched, 0, 2)
    watched.follow(80)
    play(watched, 80, 82)
    watched.follow(null)
    watched.follow(83)
    watched.follow(10)
    assert.deepEqual(watched.take(), { first: true, watchedSeconds: 4, parts: [0, 1, 40, 41] })
  })

  test('stays within the video, also where its end is reported a little late', ({ assert }) => {
    const watched = new WatchedParts(10)
    play(watched, 8, 10.25)
    assert.equal(watched.take()!.parts.at(-1), 49)
  })
})
