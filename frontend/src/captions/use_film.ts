import { useRafFn } from '@vueuse/core'
import { ref, type Ref } from 'vue'

interface Player {
  element: HTMLVideoElement | null
  playFrom: (seconds: number) => Promise<void>
  seek: (seconds: number) => void
}

/** The film beside the captions: its second as often as the screen is drawn, and a loop over one of them. */
export function useFilm(player: Ref<Player | null>) {
  const seconds = ref(0)
  const playing = ref(false)
  const loop = ref<{ startSeconds: number; endSeconds: number } | null>(null)

  useRafFn(() => {
    const media = player.value?.element
    if (!media) return
    seconds.value = media.currentTime
    playing.value = !media.paused && !media.ended
    const over = loop.value
    if (over && playing.value && media.currentTime >= over.endSeconds) media.currentTime = over.startSeconds
  })
  function toggle() {
    const media = player.value?.element
    if (media && !media.paused) media.pause()
    else void player.value?.playFrom(seconds.value)
  }
  /** Shows the picture of that moment, without starting what stands. */
  function seek(to: number) {
    const from = Math.max(0, to)
    seconds.value = from
    player.value?.seek(from)
  }
  return { seconds, playing, loop, toggle, seek, back: () => seek(seconds.value - 2) }
}

export type Film = ReturnType<typeof useFilm>
