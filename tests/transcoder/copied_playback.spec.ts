import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { openBrowser } from '../helpers/browser.js'
import { atTheEnd, openInHlsJs, openInShaka, seek, watch } from '../helpers/players.js'
import { serveTree } from '../helpers/tree_server.js'
import { fixture, picture, tone } from './support/fixtures.js'
import { codes } from './support/probes.js'
import { delivered, transcodedOnce } from './support/trial.js'

/** Reordered otherwise than our own rungs, with a keyframe every other second. */
const source = () =>
  fixture('copied-playback.mp4', [
    ...[...picture('854x480', 25, 6), ...tone('stereo', 6), '-c:a', 'aac'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', '50', '-bf', '4'],
    ...['-b:v', '700k', '-maxrate', '800k', '-bufsize', '800k', '-x264-params', 'b-pyramid=strict'],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
  ])

test.group('In Chromium, a copied rung', (group) => {
  let browser: Browser
  group.setup(async () => {
    browser = await openBrowser()
    return () => browser.close()
  })

  test('plays in {name}, in turn with those that were encoded, from where one jumps to, and to its end')
    .with([
      { name: 'hls.js', open: openInHlsJs },
      { name: 'Shaka Player', open: openInShaka },
    ])
    .run(async ({ assert }, { open }) => {
      const trial = await transcodedOnce('copied-playback', source)
      assert.include(codes(trial.result.decisions), 'copied')
      const server = await serveTree(delivered(trial))
      const page = await browser.newPage()
      page.setDefaultTimeout(20_000)
      try {
        await page.goto(server.origin)
        await open(page, `${server.origin}/tree/${trial.result.playlistName}`)
        await watch(page)
        for (const { height, seconds } of [
          { height: 480, seconds: 4.5 },
          { height: 240, seconds: 2.1 },
          { height: 480, seconds: 3.7 },
          { height: 360, seconds: 0.2 },
          { height: 480, seconds: 2.2 },
        ]) {
          await page.evaluate((to) => window.trial.chooseHeight(to), height)
          await seek(page, seconds)
          await watch(page, height)
        }
        const end = await atTheEnd(page)
        assert.deepInclude(end, { problems: [], error: null })
        assert.approximately(end.durationSeconds, 6, 0.04)
        assert.approximately(end.endedAt, end.durationSeconds, 0.04)
      } finally {
        await page.close()
        await server.stop()
      }
    })
})
