import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { decodedFrames, openBrowser, openPage, signIn } from '#tests/helpers/browser'
import { clip } from '#tests/helpers/clips'
import { Hub } from '#tests/helpers/hub'

test.group('In the browser', (group) => {
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

  test('a skit goes from a file on a disk to a viewer without an account', async ({ assert }) => {
    const title = 'Đội mũ bảo hiểm khi đi xe máy'
    const producer = await openPage(browser, hub.origin)
    await signIn(producer.page, 'producer')
    await producer.page.goto('/studio/tai-len')
    await producer.page.waitForLoadState('networkidle')
    await producer.page.setInputFiles('[data-test=upload-file]', {
      name: 'mu-bao-hiem.mp4',
      mimeType: 'video/mp4',
      buffer: clip({ seconds: 8, size: '1280x720' }),
    })
    await producer.page.waitForSelector('[data-test=received-status][data-status=ready]')
    await producer.page.click('[data-test=upload-continue]')
    await producer.page.waitForURL(/\/studio\/[a-z0-9]{20}/)
    const id = new URL(producer.page.url()).pathname.split('/')[2]!
    await producer.page.fill('[data-test=video-title] input, input[data-test=video-title]', title)
    await producer.page.click('[data-test=video-save]')
    await producer.page.click('[data-test=step-consent]')
    await producer.page.check('[data-test=consent-nobody]')
    await producer.page.click('[data-test=consent-save]')
    await producer.page.click('[data-test=step-submission]')
    await producer.page.click('[data-test=submit-video]')
    await producer.page.waitForSelector('[data-test=video-status][data-status=in_review]')
    assert.isEmpty(producer.problems)

    const editor = await openPage(browser, hub.origin)
    await signIn(editor.page, 'editor')
    await editor.page.goto(`/bien-tap?video=${id}`)
    await editor.page.waitForSelector('[data-test=video-status][data-status=in_review]')
    await editor.page.waitForLoadState('networkidle')
    await editor.page.fill('[data-test=citation]', 'điểm h khoản 2 Điều 7 Nghị định 168/2024/NĐ-CP')
    await editor.page.waitForSelector('[data-test=citation-reading]')
    await editor.page.click('[data-test=add-tag]')
    await editor.page.waitForSelector('[data-test=tag]')
    await editor.page.click('[data-test=topics-open]')
    await editor.page.fill('[data-test=topics-search] input, input[data-test=topics-search]', 'giao thong')
    await editor.page.click('[data-test=topic]')
    await editor.page.click('[data-test=topics-save]')
    await editor.page.waitForSelector('[data-test=chosen-topic]')
    for (const [step, status] of [
      ['approve', 'approved'],
      ['publish', 'published'],
    ] as const) {
      await editor.page.click(`[data-test=${step}]`)
      await editor.page.click('[data-test=confirm]')
      await editor.page.waitForSelector(`[data-test=video-status][data-status=${status}]`)
    }
    assert.isEmpty(editor.problems)

    const viewer = await openPage(browser, hub.origin)
    await viewer.page.goto('/chu-de/giao-thong-van-tai')
    await viewer.page.click(`text=${title}`)
    await viewer.page.waitForURL(/\/video\//)
    await viewer.page.click('button.poster')
    assert.isAbove(await decodedFrames(viewer.page), 5)
    assert.include(await viewer.page.textContent('main'), '168/2024/NĐ-CP')
    assert.isEmpty(await viewer.page.context().cookies())
    assert.isEmpty(viewer.problems)

    // What search engines and chat applications see, without a script
    const html = await (await fetch(viewer.page.url())).text()
    assert.include(html, `<meta property="og:title" content="${title}"`)
    assert.include(html, '168/2024/NĐ-CP')
  }).timeout(300_000)
})
