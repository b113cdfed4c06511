import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/**
 * Shows and hides the caption tracks of a video element, and remembers which language was shown. Only its own track
 * elements count: a browser that plays HLS itself finds the same captions in the stream, and would show them twice.
 */
export function useCaptions(element: Ref<HTMLVideoElement | null>) {
  /** Language of the track that is shown; null while none is. */
  const shown = ref<string | null>(null)
  let last: string | null = null

  const areWords = ({ kind }: TextTrack) => kind === 'captions' || kind === 'subtitles'

  function tracks(): TextTrack[] {
    const own = [...(element.value?.querySelectorAll('track') ?? [])]
    return own.map(({ track }) => track).filter(areWords)
  }

  function silenceOthers() {
    const own = tracks()
    for (const track of element.value?.textTracks ?? [])
      if (areWords(track) && !own.includes(track)) track.mode = 'disabled'
  }

  function show(lang: string | null) {
    silenceOthers()
    for (const track of tracks()) track.mode = track.language === lang ? 'showing' : 'disabled'
    shown.value = lang
    last = lang ?? last
  }

  function toggle() {
    show(shown.value === null ? (last ?? tracks()[0]?.language ?? null) : null)
  }

  let watched: TextTrackList | undefined
  onMounted(() => {
    watched = element.value?.textTracks
    watched?.addEventListener('addtrack', silenceOthers)
  })
  onBeforeUnmount(() => watched?.removeEventListener('addtrack', silenceOthers))

  return { shown, show, toggle, tracks }
}
