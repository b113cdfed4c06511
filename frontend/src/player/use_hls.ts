import { onBeforeUnmount, ref, shallowRef, type Ref } from 'vue'
import type Hls from 'hls.js'
import { currentCircumstances, firstEstimateBps, savesData } from './connection.js'

export interface Quality {
  /** The index hls.js knows it by; -1 lets it choose. */
  level: number
  /** The short side, as people name it: 720 for both 1280×720 and 720×1280. */
  height: number
}

export type SourceState = 'idle' | 'loading' | 'ready' | 'failed'

interface Attachment {
  url: string
  video: HTMLVideoElement
  startSeconds: number
  eager: boolean
}

const NETWORK_TRIES = 3

/** How much is fetched before anybody presses play, and while they watch: what lies ahead unseen costs data too. */
const AHEAD_SECONDS = 8
const WATCHING_SECONDS = 30

const CONFIGURATION = {
  autoStartLoad: false,
  // Never more than the screen shows, in its own pixels
  capLevelToPlayerSize: true,
  // It would fetch a segment only to measure, and throw it away, before the first that is shown.
  testBandwidth: false,
  // The captions are track elements of our own.
  enableWebVTT: false,
  enableCEA708Captions: false,
  enableIMSC1: false,
}

/**
 * Plays a multivariant playlist in a video element: through hls.js where there is MediaSource (Chromium says
 * "maybe" to native HLS and then fails, so its own word is asked for last), else natively.
 */
export function useHls(element: Ref<HTMLVideoElement | null>) {
  const state = ref<SourceState>('idle')
  const qualities = shallowRef<Quality[]>([])
  const chosen = ref(-1)
  let hls: Hls | null = null

  /** @param eager whether the first segments are fetched before anybody presses play */
  async function attach(url: string, startSeconds: number, eager = false) {
    detach()
    state.value = 'loading'
    const video = element.value!
    const { default: Player } = await import('./hls_library.js')
    if (element.value !== video) return
    if (Player.isSupported())
      attachPlayer(new Player({ ...CONFIGURATION, ...forThisConnection() }), Player, {
        url,
        video,
        startSeconds,
        eager,
      })
    else if (video.canPlayType('application/vnd.apple.mpegurl'))
      attachNative({ url, video, startSeconds, eager })
    else state.value = 'failed'
  }

  function attachPlayer(
    player: Hls,
    { Events, ErrorTypes }: typeof Hls,
    { url, video, startSeconds, eager }: Attachment
  ) {
    hls = player
    let networkTries = 0
    let repaired = false
    player.on(Events.MANIFEST_PARSED, (_, { levels }) => {
      qualities.value = levels
        .map(({ width, height }, level) => ({ level, height: Math.min(width || height, height) }))
        .sort((a, b) => b.height - a.height)
      state.value = 'ready'
      if (eager || !video.paused) player.startLoad(startSeconds)
    })
    player.on(Events.FRAG_BUFFERED, () => (networkTries = 0))
    player.on(Events.ERROR, (_, { fatal, type }) => {
      if (!fatal) return
      if (type === ErrorTypes.MEDIA_ERROR && !repaired) {
        repaired = true
        player.recoverMediaError()
      } else if (
        type === ErrorTypes.NETWORK_ERROR &&
        state.value === 'ready' &&
        networkTries++ < NETWORK_TRIES
      ) {
        setTimeout(() => hls === player && player.startLoad(), 1000 * networkTries)
      } else {
        state.value = 'failed'
      }
    })
    player.loadSource(url)
    player.attachMedia(video)
    // Segments cost the viewer's data: they are fetched once somebody presses play, and not before the playlist.
    const begin = () => {
      if (hls !== player) return
      setBufferLength(player, WATCHING_SECONDS)
      if (!eager && state.value === 'ready') player.startLoad(startSeconds)
    }
    if (video.paused) video.addEventListener('play', begin, { once: true })
    else setBufferLength(player, WATCHING_SECONDS)
  }

  function attachNative({ url, video, startSeconds, eager }: Attachment) {
    if (eager) video.preload = 'auto'
    video.addEventListener('error', () => (state.value = 'failed'), { once: true })
    video.addEventListener('loadedmetadata', () => (video.currentTime = startSeconds), { once: true })
    video.src = url
    state.value = 'ready'
  }

  function detach() {
    hls?.destroy()
    hls = null
    qualities.value = []
    chosen.value = -1
  }

  function choose(level: number) {
    chosen.value = level
    if (hls) hls.nextLevel = level
  }

  onBeforeUnmount(detach)
  return { state, qualities, chosen, attach, choose }
}

function forThisConnection() {
  const circumstances = currentCircumstances()
  return {
    abrEwmaDefaultEstimate: firstEstimateBps(circumstances.connection),
    // Whoever saves data is content with fewer pixels than a dense screen has
    ignoreDevicePixelRatio: savesData(circumstances),
    maxBufferLength: AHEAD_SECONDS,
    maxMaxBufferLength: AHEAD_SECONDS,
  }
}

/** Both: hls.js stretches the first up to the second while it has the memory. */
function setBufferLength(player: Hls, seconds: number) {
  player.config.maxBufferLength = seconds
  player.config.maxMaxBufferLength = seconds
}
