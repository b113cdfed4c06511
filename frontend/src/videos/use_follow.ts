import { useEventListener } from '@vueuse/core'
import { nextTick, ref, watch, type Ref } from 'vue'

/** How long after somebody has scrolled by hand the list stays where they left it. */
const patienceMs = 6000

/** Keeps the current line in sight: only inside its own list, never the page, and not against the reader's hand. */
export function useFollow(list: Ref<HTMLElement | null>, current: () => number) {
  const follows = ref(true)
  let touchedAt = -Infinity

  const touch = () => (touchedAt = performance.now())
  useEventListener(list, ['wheel', 'touchmove', 'pointerdown', 'keydown'], touch, { passive: true })

  function show(index: number) {
    const box = list.value
    const line = box?.children[index]
    if (!box || !(line instanceof HTMLElement)) return
    const top = line.offsetTop - box.offsetTop - (box.clientHeight - line.offsetHeight) / 2
    box.scrollTo({ top, behavior: 'auto' })
  }
  watch(current, async (index) => {
    if (!follows.value || index < 0 || performance.now() - touchedAt < patienceMs) return
    await nextTick()
    show(index)
  })
  return { follows, show }
}
