import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { ApiError } from '../api/api_error.js'
import { dataOf } from '../api/client.js'
import { useHub } from '../app/hub.js'

export type WaveState = 'making' | 'ready' | 'failed' | 'silent'

/** The loudness of a video's sound; asked for again until it has been made. */
export function useWaveform(videoId: string) {
  const { api } = useHub()
  const wave = shallowRef<{ state: WaveState; peaks: Uint8Array; peaksPerSecond: number }>({
    ...{ state: 'making', peaks: new Uint8Array(), peaksPerSecond: 20 },
  })
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask() {
    try {
      const { state, peaks, peaksPerSecond } = await dataOf(
        api.GET('/videos/{id}/waveform', { params: { path: { id: videoId } } })
      )
      const bytes = Uint8Array.from(atob(peaks ?? ''), (sign) => sign.charCodeAt(0))
      wave.value = { state, peaks: bytes, peaksPerSecond }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      wave.value = { ...wave.value, state: error.code === 'E_NO_SOUND' ? 'silent' : 'failed' }
    }
    if (wave.value.state === 'making') timer = setTimeout(() => void ask(), 1000)
  }
  onMounted(ask)
  onBeforeUnmount(() => clearTimeout(timer))
  return wave
}
