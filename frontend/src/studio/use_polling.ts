import { onBeforeUnmount, onMounted } from 'vue'

/**
 * Asks again every while as long as `isNeeded`; neither while the tab is hidden nor before the last answer. The wait
 * may change: it is asked for before each turn.
 */
export function usePolling(
  ask: () => Promise<void>,
  isNeeded: () => boolean,
  everyMs: number | (() => number) = 2000
) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  function wait() {
    if (!ended) timer = setTimeout(() => void turn(), typeof everyMs === 'function' ? everyMs() : everyMs)
  }
  async function turn() {
    try {
      if (!document.hidden && isNeeded()) await ask()
    } finally {
      wait()
    }
  }
  onMounted(wait)
  onBeforeUnmount(() => {
    ended = true
    clearTimeout(timer)
  })
}
