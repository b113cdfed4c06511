import { usePreferredReducedMotion } from '@vueuse/core'
import { computed, onBeforeUnmount, onMounted, ref, toValue, type MaybeRefOrGetter } from 'vue'

const SHOWN_MS = 4500

/** One question after another; the first one on the server and wherever motion is unwelcome. */
export function useRotatingQuestion(count: MaybeRefOrGetter<number>) {
  const index = ref(0)
  const paused = ref(false)
  const motion = usePreferredReducedMotion()
  let timer: ReturnType<typeof setInterval> | undefined

  onMounted(() => {
    if (motion.value === 'reduce') return
    timer = setInterval(() => {
      if (!paused.value) index.value = (index.value + 1) % toValue(count)
    }, SHOWN_MS)
  })
  onBeforeUnmount(() => clearInterval(timer))
  return { index: computed(() => index.value), paused }
}
