import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'

/** What a test asks of a player, the same for each; lives in the page as `window.trial`. */
export interface Trial {
  /** Everything that the player calls an error, a stall or a jump over a gap. */
  problems: string[]
  /** Of every rung that may be chosen, ascending. */
  heights: number[]
  /** Languages of the subtitles that may be chosen. */
  subtitles: string[]
  chooseHeight(height: number): void
  showSubtitles(language: string): void | Promise<void>
}

declare global {
  interface Window {
    trial: Trial
    Hls: typeof import('hls.js').default
    shaka: typeof import('shaka-player').default
  }
}

const script = (name: string) => fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url))

/** Opens the playlist in hls.js, as it comes. */
export async function openInHlsJs(page: Page, url: string): Promise<void> {
  await page.addScriptTag({ path: script('hls.js/dist/hls.min.js') })
  await page.evaluate(async (playlist) => {
    const { Hls } = window
    const player = new Hls()
    const video = document.querySelector('video')!
    const trial: Trial = {
      problems: [],
      heights: [],
      subtitles: [],
      chooseHeight: (height) => {
        player.currentLevel = player.levels.findIndex((level) => level.height === height)
      },
      showSubtitles: (language) => {
        player.subtitleTrack = player.subtitleTracks.findIndex(({ lang }) => lang === language)
        player.subtitleDisplay = true
      },
    }
    window.trial = trial
    // No errors of the tree: a load that a seek made needless, and a segment that was fetched twice because
    // hls.js does not read edit lists, and takes the pictures for two frames later than they are.
    const harmless = ['aborted', 'bufferAppendNoProgress']
    player.on(Hls.Events.ERROR, (_, { details, fatal, error, bufferInfo }) => {
      if (!fatal && harmless.includes(details)) return
      // With enough to play it is the machine that is busy; were it the tree, a jump would follow.
      if (details === 'bufferStalledError' && (bufferInfo?.len ?? 0) > 0.3) return
      trial.problems.push(`${details}${fatal ? ' (fatal)' : ''}: ${error.message}`)
    })
    await new Promise<void>((parsed) => {
      player.on(Hls.Events.MANIFEST_PARSED, () => parsed())
      player.loadSource(playlist)
      player.attachMedia(video)
    })
    trial.heights = player.levels.map(({ height }) => height).sort((a, b) => a - b)
    trial.subtitles = player.subtitleTracks.map(({ lang }) => lang ?? '')
  }, url)
}

/** Opens the playlist in Shaka Player, as it comes. */
export async function openInShaka(page: Page, url: string): Promise<void> {
  await page.addScriptTag({ path: script('shaka-player/dist/shaka-player.compiled.js') })
  await page.evaluate(async (playlist) => {
    const { shaka } = window
    shaka.polyfill.installAll()
    const player = new shaka.Player()
    const trial: Trial = {
      problems: [],
      heights: [],
      subtitles: [],
      chooseHeight: (height) => {
        player.configure('abr.enabled', false)
        player.selectVariantTrack(
          player.getVariantTracks().find((track) => track.height === height)!,
          true
        )
      },
      showSubtitles: (language) =>
        player.selectTextTrack(player.getTextTracks().find((track) => track.language === language)!),
    }
    window.trial = trial
    for (const name of ['error', 'stalldetected', 'gapjumped']) {
      player.addEventListener(name, (event) =>
        trial.problems.push(`${name} ${JSON.stringify((event as CustomEvent).detail ?? '')}`)
      )
    }
    await player.attach(document.querySelector('video')!)
    await player.load(playlist)
    const heights = player.getVariantTracks().map(({ height }) => height ?? 0)
    trial.heights = [...new Set(heights)].sort((a, b) => a - b)
    trial.subtitles = player.getTextTracks().map(({ language }) => language)
  }, url)
}

/** Plays from where it stands, and waits until the picture has moved on and is of this height. */
export async function watch(page: Page, height?: number): Promise<void> {
  await page.evaluate(() => document.querySelector('video')!.play())
  const from = await page.evaluate(() => document.querySelector('video')!.currentTime)
  const moved = page.waitForFunction(
    ({ from, height }) => {
      const video = document.querySelector('video')!
      return video.currentTime > from + 0.3 && (height === undefined || video.videoHeight === height)
    },
    { from, height }
  )
  await moved.catch(async (cause: unknown) => {
    throw new Error(`it does not play on from ${from} at ${height}: ${await stateOf(page)}`, { cause })
  })
}

/** What can be said of a player that does not do as it should. */
function stateOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { currentTime, videoHeight, paused, seeking, readyState, buffered } =
      document.querySelector('video')!
    const ranges = Array.from({ length: buffered.length }, (_, at) => [buffered.start(at), buffered.end(at)])
    return JSON.stringify({ currentTime, videoHeight, paused, seeking, readyState, ranges, ...window.trial })
  })
}

export const seek = (page: Page, seconds: number) =>
  page.evaluate((to) => {
    document.querySelector('video')!.currentTime = to
  }, seconds)

/** How it stands once the video has ended. */
export async function atTheEnd(page: Page) {
  await page.waitForFunction(() => document.querySelector('video')!.ended)
  return page.evaluate(() => {
    const video = document.querySelector('video')!
    return {
      problems: window.trial.problems,
      endedAt: video.currentTime,
      durationSeconds: video.duration,
      frames: video.getVideoPlaybackQuality().totalVideoFrames,
      gaps: video.buffered.length - 1,
      error: video.error?.message ?? null,
    }
  })
}
