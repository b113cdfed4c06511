import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

/** Which child of a snapping list fills it, and the way to another. */
export function useActiveItem(list: Ref<HTMLElement | null>) {
  const active = ref(0)
  let observer: IntersectionObserver | undefined
  let mutations: MutationObserver | undefined

  function look(entries: IntersectionObserverEntry[]) {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) active.value = [...(list.value?.children ?? [])].indexOf(target)
  }
  function begin(root: HTMLElement) {
    const seen = new IntersectionObserver(look, { root, threshold: 0.6 })
    const observeAll = () => [...root.children].forEach((child) => seen.observe(child))
    observer = seen
    mutations = new MutationObserver(observeAll)
    mutations.observe(root, { childList: true })
    observeAll()
  }
  function end() {
    observer?.disconnect()
    mutations?.disconnect()
  }
  watch(list, (root) => {
    end()
    if (root) begin(root)
  })
  onBeforeUnmount(end)

  function goTo(index: number) {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    list.value?.children[index]?.scrollIntoView({ behavior: isStill ? 'auto' : 'smooth', block: 'start' })
  }
  return { active, goTo }
}
