import { watch, type Ref } from 'vue'
import { currentCircumstances, mayFetchAhead } from './connection.js'
import { useHls } from './use_hls.js'
import { useJoiningRungs } from './use_joining_rungs.js'

interface Source {
  url: () => string | null
  currentTime: Ref<number>
  started: Ref<boolean>
  /** Whether it is still being made. */
  isGrowing: () => boolean
  /** Whether the first segments are fetched before anybody presses play, where the connection allows. */
  isEager: () => boolean
}

/** The playlist in the element, again when it changes or has got more rungs, and playing it. */
export function usePlayerSource(element: Ref<HTMLVideoElement | null>, source: Source) {
  const { url, currentTime, started, isGrowing, isEager } = source
  const { state, qualities, chosen, attach, choose } = useHls(element)
  /** Done once the element has a source: pressing play earlier would be forgotten when it gets one. */
  let attached = Promise.resolve()

  function reattach() {
    const address = url()
    const fetchesAhead = isGrowing() || (isEager() && mayFetchAhead(currentCircumstances()))
    if (address) attached = attach(address, currentTime.value, fetchesAhead)
  }
  watch(url, reattach)
  useJoiningRungs({
    url,
    isGrowing,
    known: () => (state.value === 'ready' ? qualities.value.length : null),
    // Whoever watches already is not interrupted; there are more the next time
    onMore: () => {
      if (!started.value) reattach()
    },
  })

  async function play() {
    started.value = true
    await attached
    // A browser may refuse to start by itself; the controls are there then.
    await element.value?.play().catch(() => {})
  }
  async function retry() {
    reattach()
    await play()
  }
  return { state, qualities, chosen, choose, reattach, play, retry }
}
