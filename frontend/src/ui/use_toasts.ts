import { reactive } from 'vue'

export interface Toast {
  id: number
  tone: 'success' | 'danger' | 'info'
  text: string
  /** What can be done about it while it is shown, such as undoing. */
  act?: { label: string; run: () => void }
}

const SHOWN_MS = 6000
/** Whoever may want to press something needs longer. */
const SHOWN_WITH_ACT_MS = 12_000
/** More would cover the page; the oldest goes. */
const MOST_SHOWN = 4

/** Only the browser shows toasts, so one list for the tab is enough. */
const toasts = reactive<Toast[]>([])
let lastId = 0

export function useToasts() {
  function dismiss(id: number) {
    const index = toasts.findIndex((toast) => toast.id === id)
    if (index >= 0) toasts.splice(index, 1)
  }
  function show(text: string, tone: Toast['tone'] = 'success', act?: Toast['act']) {
    const id = ++lastId
    // Only the last thing done is undone from here
    for (const { id: former, act: has } of act ? [...toasts] : []) if (has) dismiss(former)
    toasts.push({ id, tone, text, act })
    if (toasts.length > MOST_SHOWN) toasts.shift()
    setTimeout(() => dismiss(id), act ? SHOWN_WITH_ACT_MS : SHOWN_MS)
  }
  return { toasts, show, dismiss }
}
