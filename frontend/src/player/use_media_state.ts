import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/**
 * What a video element is doing, as refs; state flows down from here and requests go to the element. The time
 * follows the element's own `timeupdate`, about four times a second: enough for the lane, cheap for a phone.
 */
export function useMediaState(element: Ref<HTMLVideoElement | null>, startSeconds: number) {
  const currentTime = ref(startSeconds)
  const playing = ref(false)
  const started = ref(false)
  const ended = ref(false)
  const speed = ref(1)

  function follow() {
    currentTime.value = element.value?.currentTime ?? 0
  }
  const listeners: Record<string, () => void> = {
    play: () => {
      playing.value = started.value = true
      ended.value = false
    },
    pause: () => (playing.value = false),
    ended: () => {
      playing.value = false
      ended.value = true
    },
    seeking: () => {
      ended.value = false
      follow()
    },
    timeupdate: follow,
    ratechange: () => (speed.value = element.value?.playbackRate ?? 1),
  }

  onMounted(() => {
    for (const [name, listener] of Object.entries(listeners)) element.value?.addEventListener(name, listener)
  })
  onBeforeUnmount(() => {
    for (const [name, listener] of Object.entries(listeners))
      element.value?.removeEventListener(name, listener)
  })
  return { currentTime, playing, started, ended, speed }
}
