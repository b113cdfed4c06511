import { ref, type Ref } from 'vue'

/** Shows and hides the caption tracks of a video element, and remembers which language was shown. */
export function useCaptions(element: Ref<HTMLVideoElement | null>) {
  /** Language of the track that is shown; null while none is. */
  const shown = ref<string | null>(null)
  let last: string | null = null

  function tracks(): TextTrack[] {
    return [...(element.value?.textTracks ?? [])].filter(
      ({ kind }) => kind === 'captions' || kind === 'subtitles'
    )
  }

  function show(lang: string | null) {
    for (const track of tracks()) track.mode = track.language === lang ? 'showing' : 'disabled'
    shown.value = lang
    last = lang ?? last
  }

  function toggle() {
    show(shown.value === null ? (last ?? tracks()[0]?.language ?? null) : null)
  }

  return { shown, show, toggle }
}
