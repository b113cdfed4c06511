import type { Ref } from 'vue'

interface Place {
  currentTime: Ref<number>
  durationSeconds: Ref<number>
}

/** Moves a video element to a second; before it knows its video, as soon as it does. */
export function useSeeking(element: Ref<HTMLVideoElement | null>, { currentTime, durationSeconds }: Place) {
  function seek(seconds: number) {
    const video = element.value
    if (!video) return
    video.currentTime = Math.max(0, Math.min(seconds, video.duration || durationSeconds.value))
    currentTime.value = video.currentTime
  }
  function seekWhenReady(seconds: number) {
    if (element.value?.readyState !== 0) return seek(seconds)
    currentTime.value = Math.max(0, Math.min(seconds, durationSeconds.value || seconds))
    element.value.addEventListener('loadedmetadata', () => seek(seconds), { once: true })
  }
  return { seek, seekWhenReady }
}
