import { useEventListener } from '@vueuse/core'
import { ref, watch } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

interface Draft {
  text: string
  at: string
}

/**
 * Keeps what is not saved yet in this browser, and asks before the page is left with it. Where the browser keeps nothing
 * (its store is full or closed) only the question is left.
 */
export function useDraft(key: string, text: () => string, isDirty: () => boolean, question: string) {
  const found = ref<Draft | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function store(draft: Draft | null) {
    try {
      if (draft) localStorage.setItem(key, JSON.stringify(draft))
      else localStorage.removeItem(key)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
    }
  }
  /** To be called once what is saved has been loaded: a draft that says the same is none. */
  function look(savedText: string) {
    try {
      const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
      if (typeof draft?.text === 'string' && draft.text !== savedText) found.value = draft
    } catch (error) {
      if (!(error instanceof DOMException) && !(error instanceof SyntaxError)) throw error
    }
  }
  function drop() {
    found.value = null
    store(null)
  }

  watch([text, isDirty], ([now, dirty]) => {
    clearTimeout(timer)
    // A draft that nobody has decided about yet is not written over
    if (found.value) return
    timer = setTimeout(() => store(dirty ? { text: now, at: new Date().toISOString() } : null), 400)
  })
  onBeforeRouteLeave(() => !isDirty() || window.confirm(question))
  useEventListener('beforeunload', (event: BeforeUnloadEvent) => {
    if (isDirty()) event.preventDefault()
  })
  return { found, look, drop }
}
