import { test } from '@japa/runner'
import { fixedAt, mean, shareOfEqual } from '../bench/support/equal_ssim.js'
import { readTimes, shellCommand } from '../bench/support/measured.js'

/** A video whose SSIM at the published rate is `ssim`, and 0.02 less at half of it. */
const video = (ssim: number, ours: number) => ({
  video: 'any',
  ours: { bitrateBps: 100, ssim: ours },
  fixed: [0.25, 0.5, 1].map((share) => ({
    share,
    bitrateBps: 1000 * share,
    ssim: ssim + 0.02 * Math.log2(share),
  })),
})

test.group('The benchmark of transcodes', () => {
  test('counts the processor time of the children, not of the shell', ({ assert }) => {
    assert.closeTo(readTimes('0m9.000s 0m9.000s\n1m2.500s 0m0.250s\n'), 62.75, 1e-9)
    assert.equal(readTimes('0m0.000000s 0m0.000000s\n0m0.000000s 0m0.000000s'), 0)
  })

  test('gives the shell every argument as it is', ({ assert }) => {
    assert.equal(shellCommand('ffmpeg', '-i', "it's $HOME.mp4", 5), `'ffmpeg' '-i' 'it'\\''s $HOME.mp4' '5'`)
  })

  test('finds the one rate at which a fixed ladder is on average as good', ({ assert }) => {
    // Both at half the rate: one is worse than ours there, the other as much better.
    const videos = [video(0.98, 0.97), video(0.94, 0.91)]
    assert.closeTo(shareOfEqual(videos, mean), 0.5, 1e-6)
    assert.closeTo(fixedAt(videos[0]!, 0.5).bitrateBps, 500, 1e-6)
    assert.closeTo(fixedAt(videos[0]!, Math.SQRT1_2).ssim, 0.97, 1e-9)
  })

  test('goes no further than what was encoded', ({ assert }) => {
    assert.equal(fixedAt(video(0.98, 0.5), 0.01).bitrateBps, 250)
    assert.closeTo(shareOfEqual([video(0.98, 0.5)], mean), 0.25, 1e-6)
    assert.closeTo(shareOfEqual([video(0.98, 0.99)], mean), 1, 1e-6)
  })
})
