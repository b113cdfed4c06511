import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** What a video element is doing, as refs; state flows down from here and requests go to the element. */
export function useMediaState(element: Ref<HTMLVideoElement | null>, startSeconds: number) {
  const currentTime = ref(startSeconds)
  const playing = ref(false)
  const started = ref(false)
  const speed = ref(1)
  let frame = 0

  function follow() {
    const video = element.value
    if (!video) return
    currentTime.value = video.currentTime
    if (!video.paused) frame = requestAnimationFrame(follow)
  }

  const listeners: Record<string, () => void> = {
    play() {
      playing.value = true
      started.value = true
      cancelAnimationFrame(frame)
      follow()
    },
    pause: () => (playing.value = false),
    ended: () => (playing.value = false),
    seeking: follow,
    timeupdate: () => (currentTime.value = element.value?.currentTime ?? 0),
    ratechange: () => (speed.value = element.value?.playbackRate ?? 1),
  }

  onMounted(() => {
    for (const [name, listener] of Object.entries(listeners)) element.value?.addEventListener(name, listener)
  })
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame)
    for (const [name, listener] of Object.entries(listeners))
      element.value?.removeEventListener(name, listener)
  })
  return { currentTime, playing, started, speed }
}
