import { useEventListener } from '@vueuse/core'

const TEXT_ENTRY = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'

type Letter =
  'i' | 'o' | 't' | 'j' | 'k' | 'a' | 'r' | 'p' | 'g' | 's' | 'd' | 'v' | 'e' | 'z' | 'y' | 'x' | 'n'

/** What each key of the desk does; `[` and `i` are one, `]` and `o` are one. */
export type ReviewKeys = Partial<Record<Letter | `shift+${Letter}` | 'delete' | '?', () => void>>

const SAME: Record<string, keyof ReviewKeys> = { '[': 'i', ']': 'o', backspace: 'delete' }

/** `y`, `shift+y`, `?`: letters say whether Shift was held, signs are what they are. */
function nameOf({ key, shiftKey }: KeyboardEvent): keyof ReviewKeys {
  const plain = key.toLowerCase()
  const name = shiftKey && /^[a-z]$/.test(plain) ? `shift+${plain}` : plain
  return SAME[name] ?? (name as keyof ReviewKeys)
}

/**
 * The keys of the editorial desk. They come before those of the player (which knows j and k differently), and
 * never where somebody writes, where a dialog is open, or where what has the focus knows the key itself (`data-keys`).
 */
export function useReviewKeys(keys: ReviewKeys) {
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(TEXT_ENTRY) || document.querySelector('[role="dialog"]')) return
    const own = target?.closest<HTMLElement>('[data-keys]')?.dataset.keys?.split(' ')
    if (own?.includes(event.key.toLowerCase())) return
    const act = keys[nameOf(event)]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  useEventListener('keydown', press, { capture: true })
}
