import { reactive } from 'vue'

export interface Toast {
  id: number
  tone: 'success' | 'danger' | 'info'
  text: string
}

const SHOWN_MS = 6000

/** Only the browser shows toasts, so one list for the tab is enough. */
const toasts = reactive<Toast[]>([])
let lastId = 0

export function useToasts() {
  function dismiss(id: number) {
    const index = toasts.findIndex((toast) => toast.id === id)
    if (index >= 0) toasts.splice(index, 1)
  }
  function show(text: string, tone: Toast['tone'] = 'success') {
    const id = ++lastId
    toasts.push({ id, tone, text })
    setTimeout(() => dismiss(id), SHOWN_MS)
  }
  return { toasts, show, dismiss }
}
