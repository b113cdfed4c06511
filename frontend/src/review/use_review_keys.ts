import { useEventListener } from '@vueuse/core'

const TEXT_ENTRY = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'

/** What each key of the desk does; `[` and `i` are one, `]` and `o` are one. */
export type ReviewKeys = Partial<Record<'i' | 'o' | 't' | 'j' | 'k' | 'a' | 'r' | 'p' | '?', () => void>>

const SAME: Record<string, keyof ReviewKeys> = { '[': 'i', ']': 'o' }

/**
 * The keys of the editorial desk. They come before those of the player (which knows j and k differently), and
 * never where somebody writes or a dialog is open.
 */
export function useReviewKeys(keys: ReviewKeys) {
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(TEXT_ENTRY) || document.querySelector('[role="dialog"]')) return
    const key = event.key.toLowerCase()
    const act = keys[SAME[key] ?? (key as keyof ReviewKeys)]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  useEventListener('keydown', press, { capture: true })
}
