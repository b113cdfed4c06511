import { subtitlePlaylist, webVttSegment, withSubtitles } from '@hub/transcoder'
import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import { openBrowser } from '../helpers/browser.js'
import { checkTree } from '../helpers/hls_check/check_tree.js'
import type { ReadFile } from '../helpers/hls_check/rendition.js'
import { atTheEnd, openInHlsJs, openInShaka, seek, watch } from '../helpers/players.js'
import { serveTree, type TreeServer } from '../helpers/tree_server.js'
import { fixture, picture, quickH264, tone } from './support/fixtures.js'
import { delivered, ordinaryTranscoded, transcodedOnce, type Trial } from './support/trial.js'

const players = [
  { name: 'hls.js', open: openInHlsJs },
  { name: 'Shaka Player', open: openInShaka },
]

test.group('In Chromium', (group) => {
  let browser: Browser
  group.setup(async () => {
    browser = await openBrowser()
    return () => browser.close()
  })

  async function withPage(trial: Trial, use: (page: Page, url: string) => Promise<void>) {
    const server: TreeServer = await serveTree(subtitled(trial))
    const page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    try {
      await page.goto(server.origin)
      await use(page, `${server.origin}/tree/${trial.result.playlistName}`)
    } finally {
      await page.close()
      await server.stop()
    }
  }

  test('{name} plays a tree to its end, every picture of it, without a gap or a stall')
    .with(players)
    .run(async ({ assert }, { open }) => {
      await withPage(await ordinaryTranscoded(), async (page, url) => {
        await open(page, url)
        await watch(page)
        const end = await atTheEnd(page)
        assert.deepInclude(end, { problems: [], error: null, gaps: 0 })
        assert.approximately(end.durationSeconds, 2, 0.04)
        assert.approximately(end.endedAt, end.durationSeconds, 0.04)
        assert.isAtLeast(end.frames, 58)
      })
    })

  test('{name} shows the subtitles at their time')
    .with(players)
    .run(async ({ assert }, { open }) => {
      const trial = await ordinaryTranscoded()
      assert.deepEqual(await checkTree(subtitled(trial), trial.result.playlistName), [])
      await withPage(trial, async (page, url) => {
        await open(page, url)
        assert.sameMembers(await page.evaluate(() => window.trial.subtitles), ['vi', 'en'])
        await page.evaluate(() => window.trial.showSubtitles('vi'))
        // Chromium does not look again for a paused picture when cues come late; a viewer's goes on.
        await page.waitForFunction(() =>
          [...document.querySelector('video')!.textTracks].some(({ cues }) => cues?.length)
        )
        await seek(page, 0.6)
        const shown = await page.waitForFunction(() =>
          [...document.querySelector('video')!.textTracks]
            .filter(({ mode }) => mode === 'showing')
            .flatMap(({ language, activeCues }) =>
              [...(activeCues ?? [])].map((cue) => [
                language,
                (cue as VTTCue).text,
                cue.startTime.toFixed(1),
                cue.endTime.toFixed(1),
              ])
            )
            .at(0)
        )
        assert.deepEqual((await shown.jsonValue())!.slice(1), ['Xin chào bà con', '0.5', '1.5'])
        assert.deepEqual(await page.evaluate(() => window.trial.problems), [])
      })
    })

  test('{name} takes every rung, upwards and downwards, and seeks')
    .with(players)
    .run(async ({ assert }, { open }) => {
      await withPage(await transcodedOnce('six-seconds', longer), async (page, url) => {
        await open(page, url)
        assert.deepEqual(await page.evaluate(() => window.trial.heights), [240, 360, 480])
        await watch(page)
        for (const { height, seconds } of [
          { height: 480, seconds: 4.5 },
          { height: 240, seconds: 2.1 },
          { height: 360, seconds: 3.7 },
          { height: 480, seconds: 0.2 },
        ]) {
          await page.evaluate((to) => window.trial.chooseHeight(to), height)
          await seek(page, seconds)
          await watch(page, height)
        }
        await seek(page, 5.4)
        assert.deepInclude(await atTheEnd(page), { problems: [], error: null })
      })
    })
})

const cues = 'WEBVTT\n\n00:00.500 --> 00:01.500\nXin chào bà con\n'

/** The delivered files with captions in two languages beside them, as the hub adds them later. */
function subtitled(trial: Trial): ReadFile {
  const read = delivered(trial)
  const both = [
    { language: 'vi', name: 'Tiếng Việt', uri: 'subtitles/vi.m3u8', describesSound: true },
    { language: 'en', name: 'English', uri: 'subtitles/en.m3u8', describesSound: false },
  ]
  const { durationSeconds, playlistName } = trial.result
  return async (name) => {
    if (name === playlistName) return Buffer.from(withSubtitles(String(await read(name)), both))
    if (name.endsWith('.vtt')) return Buffer.from(webVttSegment(cues))
    if (name.startsWith('subtitles/')) return Buffer.from(subtitlePlaylist({ uri: 'a.vtt', durationSeconds }))
    return read(name)
  }
}

/** Six seconds on three rungs. */
const longer = () =>
  fixture('six-seconds.mp4', [
    ...[...picture('854x480', 25, 6), ...tone('stereo', 6)],
    ...[...quickH264, '-c:a', 'aac'],
  ])
