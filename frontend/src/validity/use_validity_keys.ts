import { useEventListener } from '@vueuse/core'

const TEXT_ENTRY = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'

export type ValidityKeys = Partial<Record<string, () => void>>

/** The keys of the page; never where somebody writes, or a dialog is open. They come before the player's own. */
export function useValidityKeys(keys: ValidityKeys) {
  useEventListener(
    'keydown',
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(TEXT_ENTRY) || document.querySelector('[role="dialog"]')) return
      const act = keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
    { capture: true }
  )
}
