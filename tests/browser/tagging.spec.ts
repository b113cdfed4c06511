import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import { Api } from '#tests/helpers/api'
import { openBrowser, openPage, signIn } from '#tests/helpers/browser'
import { stillClip } from '#tests/helpers/clips'
import { Hub } from '#tests/helpers/hub'

const captions = `WEBVTT

00:00:42.000 --> 00:00:45.000
Theo điểm h khoản 2 Điều 7

00:00:45.000 --> 00:00:48.000
Nghị định 168/2024/NĐ-CP thì phạt nghen.

00:03:20.000 --> 00:03:24.000
Còn trẻ em thì xem Điều 9 Luật Trẻ em.

00:04:00.000 --> 00:04:03.000
Điều 10 Luật Trẻ em cũng vậy.
`
const marriage = 'điểm a khoản 2 Điều 8 Luật Hôn nhân và gia đình năm 2014'
const helmet = 'điểm h khoản 2 Điều 7 Nghị định số 168/2024/NĐ-CP'

/** A five-minute skit with captions and a tag that waits for a check. */
async function givenSkit(origin: string): Promise<string> {
  const producer = await new Api(origin).as('producer')
  const id = await producer.draft('Chuyện cưới xin trong xóm')
  await producer.upload(id, 'cuoi-xin.mp4', stillClip(300))
  await producer.untilReady(id)
  const headers = { 'Content-Type': 'text/vtt' }
  const path = `${origin}/api/v1/videos/${id}/captions/vi`
  const sent = await producer.fetch(path, { method: 'PUT', headers, body: captions })
  if (!sent.ok) throw new Error(`captions refused: ${sent.status} ${await sent.text()}`)
  const editor = await new Api(origin).as('editor')
  const tag = { citation: 'Điều 5 Luật Đất đai', startSeconds: 250, endSeconds: 260, needsCheck: true }
  await editor.call('POST', `/videos/${id}/tags`, tag)
  return id
}

/** What the lane says of its tags: citation and seconds, in time. */
const lane = (page: Page) =>
  page
    .locator('[data-test=lane-tag]')
    .evaluateAll((tags) => tags.map((tag) => `${tag.ariaLabel}: ${tag.ariaValueText}`))

/** Waits until the lane says so, and the server too once it is asked again. */
async function untilLane(page: Page, tags: string[]): Promise<void> {
  const wanted = JSON.stringify(tags)
  for (let tries = 0; tries < 100; tries++) {
    if (JSON.stringify(await lane(page)) === wanted) return
    await page.waitForTimeout(100)
  }
  throw new Error(`the lane says ${JSON.stringify(await lane(page))}, not ${wanted}`)
}

test.group('Tagging by keyboard alone', (group) => {
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

  test('a five-minute skit is marked, tied, trimmed, split, copied, checked and undone', async ({
    assert,
  }) => {
    const id = await givenSkit(hub.origin)
    const { page, problems } = await openPage(browser, hub.origin)
    await signIn(page, 'editor')
    await page.goto(`/bien-tap?video=${id}`)
    await page.waitForSelector('[data-test=suggestion]')
    await page.waitForLoadState('networkidle')
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const focused = () => page.evaluate(() => document.activeElement?.ariaValueText)
    const duty = 'Điều 5 Luật Đất đai năm 2024: từ 4:10 đến 4:20, Cần kiểm tra lại'

    // Watch, mark in and out, type what stands on the notepad
    await press(' ')
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2)
    await press(' ', '2', 'i', 'l', 'o', 't')
    await page.keyboard.type('d a k2 d8 hngd')
    await press('Enter')
    await untilLane(page, [`${marriage}: từ 1:00 đến 1:10`, duty])
    await press('Escape')

    // Suggestions: the first is accepted and gone to, the next dismissed, the last accepted too
    assert.equal(
      await page.locator('[data-test=suggestion] mark').first().textContent(),
      'điểm h khoản 2 Điều 7 Nghị định 168/2024/NĐ-CP'
    )
    await press('y')
    const atHelmet = `${helmet}: từ 0:42 đến 0:48`
    await untilLane(page, [atHelmet, `${marriage}: từ 1:00 đến 1:10`, duty])
    assert.equal(await page.evaluate(() => document.querySelector('video')!.currentTime), 42)
    await press('x')
    const child = 'Điều 10 Luật Trẻ em: từ 4:00 đến 4:03'
    await press('y')
    await untilLane(page, [atHelmet, `${marriage}: từ 1:00 đến 1:10`, child, duty])
    await page.waitForFunction(() => !document.querySelector('[data-test=suggestion]'))

    // On the lane: moved, its end trimmed, past the tag before it and back
    await press('2', 'g')
    assert.equal(await focused(), 'từ 1:00 đến 1:10')
    await press('ArrowRight', 'ArrowRight', 'Shift+ArrowLeft')
    assert.equal(await focused(), 'từ 1:01.9 đến 1:11.9')
    await press(']', 'ArrowLeft', 'Escape', 'PageDown', 'PageDown')
    assert.equal(await focused(), 'từ 0:41.9 đến 0:50.9')
    await press('PageUp', 'PageUp')
    await untilLane(page, [atHelmet, `${marriage}: từ 1:01.9 đến 1:10.9`, child, duty])
    assert.equal(await focused(), 'từ 1:01.9 đến 1:10.9')
    await press('Escape')

    // Split where it is being watched, and one half copied to another second
    const [first, second] = [`${marriage}: từ 1:01.9 đến 1:10`, `${marriage}: từ 1:10 đến 1:10.9`]
    await press('2', 'l', 's')
    await untilLane(page, [atHelmet, first, second, child, duty])
    await press('g', '9', 'd')
    const copy = `${marriage}: từ 4:30 đến 4:30.9`
    await untilLane(page, [atHelmet, first, second, child, duty, copy])
    await page.waitForFunction(() => document.activeElement?.ariaValueText === 'từ 4:30 đến 4:30.9')

    // Confirmed, removed with the focus on its neighbour then, and all of that undone
    await press('Escape', '8', 'l', 'v')
    const checked = duty.replace(', Cần kiểm tra lại', '')
    await untilLane(page, [atHelmet, first, second, child, checked, copy])
    await press('g', 'Delete')
    await untilLane(page, [atHelmet, first, second, child, copy])
    assert.equal(await focused(), 'từ 4:30 đến 4:30.9')
    await press('z')
    await untilLane(page, [atHelmet, first, second, child, checked, copy])
    await press('z')
    await untilLane(page, [atHelmet, first, second, child, duty, copy])

    // What was dismissed stays so, and everything else is as the server keeps it
    await page.reload()
    await page.waitForSelector('[data-test=show-dismissed]')
    assert.equal(await page.locator('[data-test=suggestion]').count(), 0)
    await untilLane(page, [atHelmet, first, second, child, duty, copy])
    assert.isEmpty(problems)
  }).timeout(120_000)
})
