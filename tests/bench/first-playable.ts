/**
 * From the last byte of an upload to a frame decoded by Chromium, and to a first segment of every rung.
 *
 *   npm run bench -- first-playable [--seconds 5,60] [--runs 3] [--file PATH]
 *
 * Storage and database as the environment says (disk and SQLite by default). The source is 1080p30 H.264 with cuts and
 * moving detail, made here, or the file given. Prints one JSON object on its last line.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright'
import { Api } from '../helpers/api.js'
import { openBrowser, openPage, signIn } from '../helpers/browser.js'
import { Hub } from '../helpers/hub.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5,60' },
    runs: { type: 'string', default: '3' },
    file: { type: 'string' },
  },
})

const hub = await Hub.start()
const browser = await openBrowser()
const results = []
try {
  const producer = await new Api(hub.origin).as('producer')
  const lengths = values.file ? [0] : values.seconds.split(',').map(Number)
  for (const seconds of lengths) {
    const source = readFileSync(values.file ?? makeSource(seconds))
    const runs = []
    for (let run = 0; run < Number(values.runs); run++) runs.push(await measure(producer, browser, source))
    results.push({
      source: values.file ?? `${seconds} s`,
      sizeBytes: source.byteLength,
      runs,
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

async function measure(producer: Api, browser: Browser, source: Buffer) {
  const id = await producer.draft('Đo thời gian')
  const { page } = await openPage(browser, hub.origin)
  await signIn(page, 'producer')
  const head = Math.floor(source.byteLength * 0.9)
  const location = await producer.createUpload(id, 'nguon.mp4', source.byteLength)
  await producer.sendPart(location, 0, source.subarray(0, head) as BodyInit)
  await producer.sendPart(location, head, source.subarray(head) as BodyInit)
  const lastByteAt = Date.now()
  // The page is opened now and follows without a reload; its loading is part of what is measured
  await page.goto(`/studio/${id}`)
  const [frameAt, everyRungAt] = await Promise.all([frameDecoded(page), everyRungBegun(producer, id)])
  const video = await producer.untilReady(id)
  await page.context().close()
  return {
    frameSeconds: (frameAt - lastByteAt) / 1000,
    everyRungSeconds: (everyRungAt - lastByteAt) / 1000,
    completeSeconds: (Date.parse(video.timings.completedAt) - Date.parse(video.timings.receivedAt)) / 1000,
  }
}

async function frameDecoded(page: Page): Promise<number> {
  await page.click('button.poster', { timeout: 120_000 })
  await page.waitForFunction(
    () => {
      const video = document.querySelector('video')
      return (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 0
    },
    undefined,
    { polling: 50, timeout: 120_000 }
  )
  return Date.now()
}

async function everyRungBegun(producer: Api, id: string): Promise<number> {
  for (;;) {
    const { playback, status } = await producer.video(id)
    const text = playback.hlsUrl ? await (await producer.fetch(playback.hlsUrl)).text() : ''
    if ((text.match(/#EXT-X-STREAM-INF/g) ?? []).length >= 5 || status === 'ready') return Date.now()
    await sleep(50)
  }
}

/** Zooming and panning noise with a cut every few seconds: moves like a hand-held picture, compresses like one. */
function makeSource(seconds: number): string {
  const path = join(tmpdir(), `hub-bench-${seconds}s.mp4`)
  if (existsSync(path)) return path
  const scenes = 'mandelbrot=size=1920x1080:rate=30:start_scale=2:end_scale=0.2'
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    `${scenes},noise=alls=6:allf=t,hue=H=floor(t/4)`,
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=220:sample_rate=48000',
    '-t',
    String(seconds),
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '21',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-movflags',
    '+faststart',
    path,
  ])
  return path
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
