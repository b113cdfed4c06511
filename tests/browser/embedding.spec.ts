import { createServer, type Server } from 'node:http'
import { test } from '@japa/runner'
import type { Browser, BrowserContext } from 'playwright'
import { Api, publish } from '#tests/helpers/api'
import { openBrowser } from '#tests/helpers/browser'
import { clip } from '#tests/helpers/clips'
import { freePort } from '#tests/helpers/free_port'
import { Hub } from '#tests/helpers/hub'

interface Said {
  event: string
  value: { citation?: string; seconds?: number } | number | null
}

const captions = 'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nChào bà con trong xóm\n'

/** A page on another site, which plays the video, follows it and jumps. */
const strangersPage = (hub: string, id: string, attributes: string) => `<!doctype html>
<iframe id="f" ${attributes} allow="autoplay" src="${hub}/nhung/${id}?lang=en"></iframe>
<chuyen-luat-list count="3"></chuyen-luat-list>
<script type="module" src="${hub}/nhung/list.js"></script>
<script>
  window.said = []
  const frame = document.getElementById('f')
  const say = (method, value) => frame.contentWindow.postMessage(
    JSON.stringify({ context: 'player.js', version: '0.0.11', method, value }), '*')
  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow) return
    const message = JSON.parse(data)
    said.push(message)
    if (message.event !== 'ready' || said.length > 1) return
    for (const event of ['play', 'pause', 'timeupdate', 'provision', 'ended']) say('addEventListener', event)
    say('getDuration')
    say('setCurrentTime', 2)
    say('play')
  })
</script>`

test.group('On other sites', (group) => {
  let hub: Hub
  let browser: Browser
  let elsewhere: Server
  let stranger: string
  let id: string
  let slug: string

  group.setup(async () => {
    hub = await Hub.start()
    browser = await openBrowser()
    const api = new Api(hub.origin)
    const [producer, editor] = [await api.as('producer'), await api.as('editor')]
    id = await producer.draft('Chuyện đi xe máy')
    await producer.upload(id, 'a.mp4', clip({ seconds: 8, size: '640x360' }))
    await producer.untilReady(id)
    await producer.fetch(`${hub.origin}/api/v1/videos/${id}/captions/vi`, { method: 'PUT', body: captions })
    const citation = 'Điều 8 Luật Hôn nhân và gia đình'
    await editor.call('POST', `/videos/${id}/tags`, { citation, startSeconds: 3, endSeconds: 6 })
    await editor.call('PUT', `/videos/${id}/topics`, { slugs: ['giao-thong-van-tai'] })
    await publish(id, producer, editor)
    slug = (await api.video(id)).slug
    elsewhere = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html')
      const attributes = request.url === '/sandboxed' ? 'sandbox="allow-scripts"' : ''
      response.end(strangersPage(hub.origin, id, attributes))
    })
    const port = await freePort()
    await new Promise<void>((done) => elsewhere.listen(port, '127.0.0.1', done))
    // Another site than the hub's, not only another port of it
    stranger = `http://localhost:${port}`
    return async () => {
      elsewhere.close()
      await browser.close()
      await hub.stop()
    }
  })

  for (const path of ['/', '/sandboxed']) {
    test(`a page drives the player and hears of the law (${path})`, async ({ assert }) => {
      const context = await browser.newContext()
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      await page.goto(stranger + path)
      await page.waitForFunction(() =>
        (window as unknown as { said: Said[] }).said.some(({ event }) => event === 'provision')
      )
      const said = await page.evaluate(() => (window as unknown as { said: Said[] }).said)
      const events = said.map(({ event }) => event)
      assert.equal(events[0], 'ready')
      assert.includeMembers(events, ['getDuration', 'play', 'timeupdate', 'provision'])
      const provision = said.find(({ event }) => event === 'provision')!.value as { citation: string }
      assert.match(provision.citation, /^Điều 8 Luật Hôn nhân và gia đình/)
      const times = said.filter(({ event }) => event === 'timeupdate')
      for (const { value } of times.slice(1)) assert.isAtLeast((value as { seconds: number }).seconds, 1.9)
      await page.locator('chuyen-luat-list li >> text=Chuyện đi xe máy').waitFor()
      assert.isEmpty(await context.cookies())
      await context.close()
    }).timeout(120_000)
  }

  test('without scripts a video can be played and its words, law and topic can be read', async ({
    assert,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: hub.origin })
    const page = await context.newPage()
    await page.goto(`/video/${slug}`)
    const video = page.locator('video')
    assert.isTrue(await video.evaluate((element: HTMLVideoElement) => element.controls))
    assert.match((await video.getAttribute('poster'))!, /\/media\/.*poster/)
    assert.match((await page.locator('video source').getAttribute('src'))!, /\.mp4$/)
    assert.equal(await page.locator('video track[kind=captions]').count(), 1)
    // Nothing lies over its controls
    const box = (await video.boundingBox())!
    const onTop = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.tagName ?? '', {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
    })
    assert.include(['VIDEO', 'MEDIA-CONTROLLER'], onTop)
    const words = await page.innerText('main')
    assert.include(words, 'Chào bà con trong xóm')
    assert.include(words, 'Luật Hôn nhân và gia đình')
    assert.isTrue(await page.locator('main a[href="/chu-de/giao-thong-van-tai"]').isVisible())
    await context.close()
  }).timeout(60_000)

  test('without a line the last pages are there, and others say what is the matter', async ({ assert }) => {
    const context = await browser.newContext({ baseURL: `http://localhost:${new URL(hub.origin).port}` })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto('/')
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await page.goto(`/video/${slug}`)
    await page.waitForFunction(async () => (await (await caches.open('hub-v1-pages')).keys()).length >= 2)
    await keepsOnlyPublic(context, assert)
    await context.setOffline(true)
    await page.goto(`/video/${slug}`)
    assert.include(await page.title(), 'Chuyện đi xe máy')
    await page.goto('/van-ban')
    assert.include(await page.innerText('body'), 'Không có kết nối mạng')
    assert.isTrue(await page.locator(`a[href="/video/${slug}"]`).isVisible())
    await context.close()
  }).timeout(120_000)
})

/** Whoever signs in leaves nothing of theirs behind. */
async function keepsOnlyPublic(context: BrowserContext, assert: { isEmpty(value: unknown): void }) {
  const page = await context.newPage()
  await page.goto('/dang-nhap')
  await page.waitForLoadState('networkidle')
  await page.fill('input[name=email]', 'producer@demo.test')
  await page.fill('input[name=password]', 'demo-2026')
  await page.click('button[type=submit]')
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
  await page.goto('/chu-de')
  await page.waitForLoadState('networkidle')
  const kept = await page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    return paths
  })
  const isPrivate = (path: string) =>
    /^\/(studio|bien-tap|quan-tri|dang-nhap|chu-de$)|\/(auth|studio)\//.test(path)
  assert.isEmpty(kept.filter(isPrivate))
  await context.clearCookies()
  await page.close()
}
