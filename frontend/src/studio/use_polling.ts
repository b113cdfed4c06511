import { onBeforeUnmount, onMounted } from 'vue'

/** Asks again every while as long as `isNeeded`; neither while the tab is hidden nor before the last answer. */
export function usePolling(ask: () => Promise<void>, isNeeded: () => boolean, everyMs = 2000) {
  let timer: ReturnType<typeof setInterval> | undefined
  let asking = false

  async function tick() {
    if (asking || document.hidden || !isNeeded()) return
    asking = true
    try {
      await ask()
    } finally {
      asking = false
    }
  }
  onMounted(() => (timer = setInterval(() => void tick(), everyMs)))
  onBeforeUnmount(() => clearInterval(timer))
}
