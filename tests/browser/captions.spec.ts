import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { Api, publish } from '#tests/helpers/api'
import { openBrowser, openPage, signIn } from '#tests/helpers/browser'
import { clip } from '#tests/helpers/clips'
import { Hub } from '#tests/helpers/hub'

const srt = [
  '2\r\n00:00:03,000 --> 00:00:04,500\r\nCon đội mũ bảo hiểm rồi ạ.\r\n',
  '1\r\n00:00:01,000 --> 00:00:03,500\r\nĐi đâu mà vội thế?\r\n',
].join('\r\n')

test.group('Captions in the browser', (group) => {
  let hub: Hub
  let browser: Browser
  group.setup(async () => {
    hub = await Hub.start()
    browser = await openBrowser()
    return async () => {
      await browser.close()
      await hub.stop()
    }
  })

  test('a file from an old program is opened, timed by keys, saved, and read by viewers', async ({
    assert,
  }) => {
    const anybody = new Api(hub.origin)
    const [producerApi, editorApi] = [await anybody.as('producer'), await anybody.as('editor')]
    const id = await producerApi.draft('Chuyện đội mũ')
    await producerApi.upload(id, 'mu.mp4', clip({ seconds: 6, size: '640x360' }))
    await producerApi.untilReady(id)

    const { page, problems } = await openPage(browser, hub.origin)
    await signIn(page, 'producer')
    await page.goto(`/studio/${id}`)
    await page.click('[data-test=captions-write]')
    await page.waitForURL(/\/phu-de\/vi$/)
    await page.waitForSelector('[data-test=captions-wave][data-state=ready]')
    await page.setInputFiles('[data-test=captions-import]', {
      name: 'phu-de.srt',
      mimeType: 'application/x-subrip',
      buffer: Buffer.from(`\uFEFF${srt}`, 'utf16le'),
    })
    const start = page.locator('[data-test=cue-start]')
    const end = page.locator('[data-test=cue-end]')
    await page.locator('[data-test=cue]').nth(1).waitFor()
    assert.equal(await end.nth(0).inputValue(), '0:03.00', 'the first ends where the second begins')

    await page.keyboard.press('ArrowDown')
    for (let times = 0; times < 3; times++) await page.keyboard.press('Period')
    await page.keyboard.press('Shift+Period')
    assert.deepEqual([await start.nth(1).inputValue(), await end.nth(1).inputValue()], ['0:03.30', '0:04.60'])
    await page.keyboard.press('Control+z')
    assert.equal(await end.nth(1).inputValue(), '0:04.50')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Con đội mũ rồi ạ!')
    await page.keyboard.press('Escape')
    await page.check('[data-test=captions-checked]')
    await page.keyboard.press('Control+s')
    await page.waitForSelector('text=Đã lưu phụ đề.')
    assert.isEmpty(problems)

    await publish(id, producerApi, editorApi)
    const { slug } = await anybody.video(id)
    const viewer = await openPage(browser, hub.origin)
    await viewer.page.goto(`/video/${slug}`)
    await viewer.page.getByRole('tab', { name: 'Lời thoại' }).click()
    const lines = viewer.page.locator('[data-test=transcript-line]')
    await lines.nth(1).waitFor()
    assert.include(await lines.nth(1).textContent(), 'Con đội mũ rồi ạ!')
    await viewer.page.fill('[data-test=transcript-search]', 'doi mu')
    await viewer.page.waitForSelector('[data-test=transcript-found]')
    assert.equal(await viewer.page.locator('mark').textContent(), 'đội mũ')
    await lines.nth(1).click()
    await viewer.page.waitForSelector('[data-test=transcript-line][aria-current=true] >> nth=0')
    const text = await (await fetch(`${hub.origin}/api/v1/videos/${id}/captions/vi?format=text`)).text()
    assert.equal(text, 'Đi đâu mà vội thế?\nCon đội mũ rồi ạ!\n')
    assert.isEmpty(viewer.problems)
  }).timeout(180_000)
})
