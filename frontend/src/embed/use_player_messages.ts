import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import type { Video } from '../api/types.js'
import { playerProtocol } from './player_protocol.js'
import type { ShownProvision } from './shown_provision.js'

/** What the player shows of itself to the page around it. */
interface Player {
  element: HTMLVideoElement | null
  play(): Promise<void>
  seek(seconds: number): void
  playFrom(seconds: number): Promise<void>
}

interface Playing {
  player: Ref<Player | null>
  video: Ref<Video | null>
  currentTime: Ref<number>
  provision: Ref<ShownProvision | null>
}

/** Lets the page that embeds the player drive it and follow it, by messages; without effect where nobody embeds it. */
export function usePlayerMessages({ player, video, currentTime, provision }: Playing) {
  const element = () => player.value?.element ?? null
  const duration = () => element()?.duration || video.value?.durationSeconds || 0
  // Nothing that is said is a secret: the page has the address of the video, which everybody may see
  const protocol = playerProtocol(
    (text) => window.parent.postMessage(text, '*'),
    {
      play: () => void player.value?.play(),
      pause: () => element()?.pause(),
      mute: () => change((media) => (media.muted = true)),
      unmute: () => change((media) => (media.muted = false)),
      setVolume: (percent) => change((media) => (media.volume = Math.min(100, Math.max(0, percent)) / 100)),
      setCurrentTime: (seconds) => seek(seconds),
      setLoop: (loop) => change((media) => (media.loop = loop)),
    },
    {
      getPaused: () => element()?.paused ?? true,
      getMuted: () => element()?.muted ?? false,
      getVolume: () => Math.round((element()?.volume ?? 1) * 100),
      getDuration: duration,
      getCurrentTime: () => currentTime.value,
      getLoop: () => element()?.loop ?? false,
      getProvision: () => provision.value,
    }
  )
  const change = (how: (media: HTMLVideoElement) => void) => element() && how(element()!)

  /** Before the first play there is nothing to seek in: the place is kept until there is. */
  function seek(seconds: number) {
    const media = element()
    if (media && media.readyState === 0)
      media.addEventListener('loadedmetadata', () => player.value?.seek(seconds), { once: true })
    player.value?.seek(seconds)
  }

  const receive = (event: MessageEvent) => {
    if (event.source === window.parent) protocol.receive(event.data)
  }
  const told: Record<string, () => void> = {
    play: () => protocol.emit('play'),
    pause: () => protocol.emit('pause'),
    ended: () => protocol.emit('ended'),
    seeked: () => protocol.emit('seeked'),
    timeupdate: () =>
      protocol.emit('timeupdate', { seconds: element()?.currentTime ?? 0, duration: duration() }),
    progress: () => protocol.emit('progress', { percent: bufferedShare(element(), duration()) }),
    error: () => protocol.emit('error', { code: element()?.error?.code ?? 0 }),
  }

  onMounted(() => {
    if (window.parent === window || !element()) return
    window.addEventListener('message', receive)
    for (const [name, tell] of Object.entries(told)) element()?.addEventListener(name, tell)
    protocol.becomeReady(`${location.origin}${location.pathname}`)
  })
  onBeforeUnmount(() => window.removeEventListener('message', receive))
  watch(provision, (shown, before) => {
    if (shown?.tagId !== before?.tagId) protocol.emit('provision', shown)
  })
}

function bufferedShare(media: HTMLVideoElement | null, duration: number): number {
  const { buffered } = media ?? {}
  return buffered?.length && duration > 0 ? Math.min(1, buffered.end(buffered.length - 1) / duration) : 0
}
