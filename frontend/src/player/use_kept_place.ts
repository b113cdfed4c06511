import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { readStored, store } from './browser_store.js'
import { readPlaces, withPlace } from './kept_places.js'

const PLACES = 'hub:places'
const SWITCH = 'hub:places-off'
const everySeconds = 5

interface Kept {
  videoId: string
  durationSeconds: () => number
  currentTime: Ref<number>
  playing: Ref<boolean>
  /** For viewers only. */
  isOn: boolean
}

/** Remembers how far somebody has watched, in this browser only, and lets them switch that off. */
export function useKeptPlace({ videoId, durationSeconds, currentTime, playing, isOn }: Kept) {
  /** Whether places are kept; switched off, those that were kept are forgotten. */
  const keeps = ref(true)
  /** Where this viewing was taken up; null when it began at the beginning. */
  const takenUpAt = ref<number | null>(null)
  let keptAt = 0

  const isKeeping = () => isOn && keeps.value
  /** The second to begin at; only in the browser, and once. */
  function takeUp(): number | null {
    keeps.value = readStored(SWITCH) === null
    if (!isKeeping()) return null
    const seconds = readPlaces(readStored(PLACES))[videoId]
    takenUpAt.value = seconds !== undefined && seconds < durationSeconds() ? seconds : null
    return takenUpAt.value
  }
  function keep() {
    if (!isKeeping()) return
    keptAt = currentTime.value
    const place = { seconds: keptAt, durationSeconds: durationSeconds() }
    store(PLACES, JSON.stringify(withPlace(readPlaces(readStored(PLACES)), videoId, place)))
  }
  function setKeeps(value: boolean) {
    keeps.value = value
    store(SWITCH, value ? null : '1')
    if (!value) store(PLACES, null)
  }

  let hasPlayed = false
  watch(playing, (isPlaying) => {
    if (isPlaying) hasPlayed = true
    else keep()
  })
  watch(currentTime, (seconds) => {
    if (playing.value && Math.abs(seconds - keptAt) >= everySeconds) keep()
  })
  const keepIfPlayed = () => void (hasPlayed && keep())
  onMounted(() => window.addEventListener('pagehide', keepIfPlayed))
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', keepIfPlayed)
    keepIfPlayed()
  })
  return { keeps, takenUpAt, takeUp, setKeeps }
}
