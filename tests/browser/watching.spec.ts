import { test } from '@japa/runner'
import type { Browser, BrowserContext, Page } from 'playwright'
import { Api, publish } from '#tests/helpers/api'
import { decodedFrames, openBrowser, openPage } from '#tests/helpers/browser'
import { clip } from '#tests/helpers/clips'
import { Hub } from '#tests/helpers/hub'

interface Skit {
  title: string
  size: string
  seconds: number
}

test.group('Watching', (group) => {
  let hub: Hub
  let browser: Browser
  const slugs: Record<string, string> = {}

  async function givenSkit(producer: Api, editor: Api, { title, size, seconds }: Skit) {
    const id = await producer.draft(title)
    await producer.upload(id, 'a.mp4', clip({ seconds, size }))
    await producer.untilReady(id)
    for (const [article, startSeconds] of [
      ['8', 3],
      ['19', 20],
    ] as const)
      await editor.call('POST', `/videos/${id}/tags`, {
        citation: `Điều ${article} Luật Hôn nhân và gia đình`,
        startSeconds: Math.min(startSeconds, seconds - 3),
      })
    await editor.call('PUT', `/videos/${id}/topics`, { slugs: ['giao-thong-van-tai'] })
    await publish(id, producer, editor)
    slugs[title] = (await editor.video(id)).slug
  }

  group.setup(async () => {
    hub = await Hub.start()
    browser = await openBrowser()
    const api = new Api(hub.origin)
    const [producer, editor] = [await api.as('producer'), await api.as('editor')]
    await givenSkit(producer, editor, { title: 'Dài', size: '320x180', seconds: 40 })
    await givenSkit(producer, editor, { title: 'Dọc một', size: '180x320', seconds: 8 })
    await givenSkit(producer, editor, { title: 'Dọc hai', size: '180x320', seconds: 8 })
    return async () => {
      await browser.close()
      await hub.stop()
    }
  })

  const open = async (path: string) => {
    const opened = await openPage(browser, hub.origin)
    await opened.page.goto(path)
    await opened.page.waitForSelector('html[data-hydrated]')
    return opened
  }
  const secondOf = (page: Page) => page.evaluate(() => document.querySelector('video')!.currentTime)
  const until = (page: Page, least: number) =>
    page.waitForFunction((seconds) => document.querySelector('video')!.currentTime >= seconds, least)

  test('who presses play before the scripts have come has not pressed in vain', async ({ assert }) => {
    const { page, problems } = await openPage(browser, hub.origin)
    let comes = () => {}
    const scripts = new Promise<void>((resolve) => (comes = resolve))
    await page.route('**/assets/*.js', async (route) => {
      await scripts
      await route.continue()
    })
    await page.goto(`/video/${slugs['Dài']}`, { waitUntil: 'commit' })
    await page.click('button.poster')
    assert.isNull(await page.getAttribute('html', 'data-hydrated'))
    comes()
    assert.isAbove(await decodedFrames(page), 5)
    assert.isEmpty(problems)
    await page.context().close()
  })

  test('the first picture is there before anybody presses play; data savers fetch nothing', async ({
    assert,
  }) => {
    const { page, problems } = await open(`/video/${slugs['Dài']}`)
    await page.waitForFunction(() => document.querySelector('video')!.readyState >= 2)
    assert.isTrue(await page.evaluate(() => document.querySelector('video')!.paused))
    assert.isEmpty(problems)
    const html = await (await fetch(page.url())).text()
    assert.match(html, /<link rel="preload" as="image" href="[^"]*poster[^"]*"[^>]*fetchpriority="high"/)

    const context = await browser.newContext({ baseURL: hub.origin })
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })
    )
    const saver = await context.newPage()
    const segments: string[] = []
    saver.on('request', (request) => /\.(m4s|mp4)$/.test(request.url()) && segments.push(request.url()))
    await saver.goto(`/video/${slugs['Dài']}`)
    await saver.waitForLoadState('networkidle')
    assert.isEmpty(segments)
    await saver.click('button.poster')
    assert.isAbove(await decodedFrames(saver), 5)
    assert.isNotEmpty(segments)
    await context.close()
  })

  test('by keys alone: chapters, the list of keys, and the place that is kept', async ({ assert }) => {
    const { page, problems } = await open(`/video/${slugs['Dài']}`)
    await page.waitForSelector('media-time-range')
    await page.keyboard.press('k')
    await until(page, 0.2)
    await page.keyboard.press('n')
    await until(page, 3)
    await page.keyboard.press('n')
    await until(page, 20)
    await page.keyboard.press('?')
    await page.waitForSelector('[data-test=key-map]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('[data-test=key-map]', { state: 'detached' })
    await page.focus('[data-test=chapters] .opener, .opener[data-test=chapters]')
    await page.keyboard.press('Enter')
    assert.equal(await page.locator('[data-test=chapter]').count(), 3)
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await page.reload()
    await page.waitForSelector('[data-test=taken-up]')
    await page.keyboard.press('k')
    await until(page, 20)
    await page.click('[data-test=taken-up] button')
    await page.waitForFunction(() => document.querySelector('video')!.currentTime < 10)
    assert.isBelow(await secondOf(page), 10)
    assert.isEmpty(problems)
  })

  test('a skit is shared from this second: link, QR code and code for other sites', async ({ assert }) => {
    const { page, problems } = await open(`/video/${slugs['Dài']}?t=12`)
    const share = page.locator('.about button').first()
    await share.focus()
    await page.keyboard.press('Enter')
    const link = page.locator('input[data-test=share-link]')
    await link.waitFor()
    assert.notInclude(await link.inputValue(), '?t=')
    await page.focus('[data-test=share-from-here]')
    await page.keyboard.press('Space')
    const wanted = `${hub.origin}/video/${slugs['Dài']}?t=12`
    assert.equal(await link.inputValue(), wanted)
    await page.waitForSelector(`[data-test=qr][data-link="${wanted}"]`)
    assert.include(await page.getAttribute('[data-test=share-facebook]', 'href'), encodeURIComponent(wanted))
    await page.click('details summary')
    assert.include(await page.inputValue('textarea[data-test=embed-code]'), '?t=12"')
    await page.keyboard.press('Escape')
    await link.waitFor({ state: 'detached' })
    assert.isEmpty(problems)
  })

  test('portrait skits are swiped through, one playing at a time', async ({ assert }) => {
    const { page, problems } = await open(`/xem-nhanh/${slugs['Dọc một']}`)
    const active = page.locator('[data-test=swipe-item][data-active] h2')
    assert.equal(await active.innerText(), 'Dọc một')
    await until(page, 0.3)
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() =>
      document.querySelector('[data-active] h2')?.textContent?.includes('Dọc hai')
    )
    await page.waitForURL(`**/xem-nhanh/${slugs['Dọc hai']}`)
    await page.waitForFunction(
      () => [...document.querySelectorAll('video')].filter(({ paused }) => !paused).length === 1
    )
    await page.click('[data-test=swipe-open]')
    await page.waitForURL(`**/video/${slugs['Dọc hai']}`)
    await page.goBack()
    await page.waitForURL(`**/xem-nhanh/${slugs['Dọc hai']}`)
    assert.equal(await active.innerText(), 'Dọc hai')
    assert.isEmpty(problems)
  })

  test('without a script the first skit of the feed can be played and read', async ({ assert }) => {
    const context: BrowserContext = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: hub.origin,
    })
    const page = await context.newPage()
    await page.goto(`/xem-nhanh/${slugs['Dọc một']}`)
    assert.isTrue(
      await page
        .locator('video')
        .first()
        .evaluate((video: HTMLVideoElement) => video.controls)
    )
    assert.match((await page.locator('video source').first().getAttribute('src'))!, /\.mp4$/)
    assert.include(await page.innerText('main'), 'Dọc một')
    assert.isFalse(await page.locator('[data-test=swipe-next]').isVisible())
    await context.close()
  })
})
