import { type Browser, chromium, type Page } from 'playwright'
import { demoPassword } from './api.js'

/** Debian's Chromium, without the connections that it would make of its own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
}

/** A page whose script errors and failed loads are kept, for the test to say that there were none. */
export async function openPage(
  browser: Browser,
  origin: string
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ baseURL: origin, locale: 'vi-VN' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  return { page, problems }
}

export async function signIn(page: Page, name: 'producer' | 'editor' | 'admin'): Promise<void> {
  await page.goto('/dang-nhap')
  await page.waitForLoadState('networkidle')
  await page.fill('input[name=email]', `${name}@demo.test`)
  await page.fill('input[name=password]', demoPassword)
  await page.click('button[type=submit]')
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
}

/** Frames that the page's video element has decoded, once there are some. */
export async function decodedFrames(page: Page): Promise<number> {
  const frames = await page.waitForFunction(() => {
    const video = document.querySelector('video')
    const decoded = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0
    return video && video.currentTime > 0.3 && decoded > 5 ? decoded : 0
  })
  return frames.jsonValue()
}
