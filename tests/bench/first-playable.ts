/**
 * From the last byte of an upload to a frame decoded by Chromium, and to a first segment of every rung.
 *
 *   npm run bench -- first-playable [--seconds 5,60,1200] [--runs 3] [--complete] [--file PATH]
 *
 * Storage and database as the environment says (disk and SQLite by default). The file goes through the upload page, as
 * a producer sends it, and is watched there; the last byte is where the server says that it was received. The source is
 * made here (see `support/natural_source.ts`), or the file given. Unless `--complete`, a run ends with the first segment
 * of every rung. Prints one JSON object on its last line; seconds.
 */
import { readFileSync, statSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { planTranscode, probe } from '@hub/transcoder'
import type { Browser, Page } from 'playwright'
import { Api } from '../helpers/api.js'
import { openBrowser, openPage, signIn } from '../helpers/browser.js'
import { Hub } from '../helpers/hub.js'
import { makeSource } from './support/natural_source.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5,60' },
    runs: { type: 'string', default: '3' },
    complete: { type: 'boolean', default: false },
    file: { type: 'string' },
  },
})

const sources = values.file
  ? [{ source: values.file, path: values.file }]
  : await made(values.seconds.split(','))
const hub = await Hub.start()
const browser = await openBrowser()
const results = []
try {
  const producer = await new Api(hub.origin).as('producer')
  await workerIsThere(producer)
  for (const { source, path } of sources) {
    const rungs = planTranscode(await probe(path)).rungs.length
    const runs = []
    for (let run = 0; run < Number(values.runs); run++)
      runs.push(await measure(producer, browser, path, rungs))
    results.push({
      source,
      sizeBytes: statSync(path).size,
      rungs,
      runs,
      medianPlayableSeconds: median(runs.map((one) => one.playableSeconds)),
      medianFrameSeconds: median(runs.map((one) => one.frameSeconds)),
      medianEveryRungSeconds: median(runs.map((one) => one.everyRungSeconds)),
    })
  }
} finally {
  await browser.close()
  await hub.stop()
}
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
console.log(
  JSON.stringify({ bench: 'first-playable', machine, storage: process.env.STORAGE ?? 'disk', results })
)

async function made(lengths: string[]) {
  const sources = []
  for (const seconds of lengths)
    sources.push({ source: `${seconds} s`, path: await makeSource(Number(seconds)) })
  return sources
}

async function measure(producer: Api, browser: Browser, path: string, rungs: number) {
  const { page } = await openPage(browser, hub.origin)
  await signIn(page, 'producer')
  await page.goto('/studio/tai-len')
  await page.waitForLoadState('networkidle')
  const created = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/videos') && answer.request().method() === 'POST'
  )
  await page.setInputFiles('[data-test=upload-file]', path)
  const { id } = (await (await created).json()).data as { id: string }
  await page.waitForSelector('[data-stage=received]', { timeout: 600_000 })
  const [frameAt, everyRungAt] = await Promise.all([frameDecoded(page), everyRungBegun(producer, id, rungs)])
  const video = values.complete ? await untilReady(producer, id) : await producer.video(id)
  const since = (at: number) => (at - Date.parse(video.timings.receivedAt)) / 1000
  if (!values.complete) await stopped(producer, id)
  await page.context().close()
  return {
    playableSeconds: since(Date.parse(video.timings.firstPlayableAt)),
    frameSeconds: since(frameAt),
    everyRungSeconds: since(everyRungAt),
    ...(values.complete ? { completeSeconds: since(Date.parse(video.timings.completedAt)) } : {}),
  }
}

async function frameDecoded(page: Page): Promise<number> {
  await page.waitForFunction(
    () => {
      const video = document.querySelector('video')
      return (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 0
    },
    undefined,
    { polling: 20, timeout: 120_000 }
  )
  return Date.now()
}

/** Media may be asked for as often as wanted; the rest of the API 600 times a minute by one address. */
async function everyRungBegun(producer: Api, id: string, rungs: number): Promise<number> {
  let url: string | null = null
  for (;;) {
    url ??= (await producer.video(id)).playback.hlsUrl as string | null
    const text = url ? await (await producer.fetch(url)).text() : ''
    if ((text.match(/#EXT-X-STREAM-INF/g) ?? []).length >= rungs || text.includes('I-FRAME'))
      return Date.now()
    await sleep(url ? 50 : 400)
  }
}

async function untilReady(producer: Api, id: string) {
  for (;;) {
    const video = await producer.video(id)
    if (video.status === 'ready') return video
    if (video.status === 'failed') throw new Error(`the source failed: ${JSON.stringify(video.error)}`)
    await sleep(1000)
  }
}

/** The next run shall find an idle worker. */
async function stopped(producer: Api, id: string) {
  await producer.call('DELETE', `/videos/${id}/transcode`)
  await producer.untilReady(id)
  await sleep(3000)
}

/** The first job of a worker that is still starting would measure its start. */
async function workerIsThere(producer: Api) {
  const id = await producer.draft('Khởi động')
  await producer.upload(id, 'dau.mp4', readFileSync(await makeSource(1)))
  await producer.untilReady(id)
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
