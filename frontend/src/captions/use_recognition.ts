import { computed, onBeforeUnmount, onMounted, shallowRef } from 'vue'
import type { Recognition } from '../api/types.js'
import { ApiError } from '../api/api_error.js'
import { answer } from '../api/client.js'
import { useHub } from '../app/hub.js'

/** Speech recognition for one track: whether there is any, and how far it has come. */
export function useRecognition(path: { id: string; lang: string }, onDone: () => void) {
  const { api } = useHub()
  const meta = shallowRef<{ canRecognise: boolean; recognitions: Recognition[] } | null>(null)
  const now = computed(() => meta.value?.recognitions.find(({ lang }) => lang === path.lang) ?? null)
  const isGoing = computed(() => now.value !== null && now.value.state !== 'failed')
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look() {
    clearTimeout(timer)
    const wasGoing = isGoing.value
    try {
      meta.value = (
        await answer(api.GET('/videos/{id}/captions', { params: { path: { id: path.id } } }))
      ).meta
    } catch (error) {
      // It goes on without us; the next look may be answered
      if (!(error instanceof ApiError)) throw error
    }
    if (wasGoing && !now.value) onDone()
    if (isGoing.value) timer = setTimeout(() => void look(), 2000)
  }
  async function start() {
    await api.POST('/videos/{id}/captions/{lang}/recognition', { params: { path } })
    await look()
  }
  async function forget() {
    await api.DELETE('/videos/{id}/captions/{lang}/recognition', { params: { path } })
    if (meta.value) meta.value = { ...meta.value, recognitions: [] }
    await look()
  }
  onMounted(look)
  onBeforeUnmount(() => clearTimeout(timer))
  return { now, isGoing, start, forget, canRecognise: computed(() => meta.value?.canRecognise ?? false) }
}
