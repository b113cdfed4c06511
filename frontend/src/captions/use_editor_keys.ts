import { useEventListener } from '@vueuse/core'

export type EditorAct =
  | 'play'
  | 'back'
  | 'previous'
  | 'next'
  | 'setStart'
  | 'setEnd'
  | 'startEarlier'
  | 'startLater'
  | 'endEarlier'
  | 'endLater'
  | 'split'
  | 'merge'
  | 'insert'
  | 'remove'
  | 'loop'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'save'
  | 'hints'

/** By the place of the key, so that Alt and other keyboards change nothing. */
const ACTS: Record<string, EditorAct> = {
  Space: 'play',
  KeyJ: 'back',
  ArrowUp: 'previous',
  ArrowDown: 'next',
  BracketLeft: 'setStart',
  BracketRight: 'setEnd',
  Comma: 'startEarlier',
  Period: 'startLater',
  'Shift+Comma': 'endEarlier',
  'Shift+Period': 'endLater',
  KeyS: 'split',
  KeyM: 'merge',
  KeyN: 'insert',
  Delete: 'remove',
  KeyL: 'loop',
  Enter: 'edit',
}
const WITH_CONTROL: Record<string, EditorAct> = {
  KeyS: 'save',
  KeyZ: 'undo',
  'Shift+KeyZ': 'redo',
  KeyY: 'redo',
  Enter: 'split',
}

const TEXT_ENTRY = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select'
const PRESSABLE = 'button, a, summary, label, input, [role="button"], [role="menuitem"]'

/**
 * The keys of the caption editor. Where somebody writes, those that would be letters count with Alt. They come before
 * those of the player, which knows some of them differently.
 */
export function useEditorKeys(run: (act: EditorAct, inText: boolean) => void) {
  function press(event: KeyboardEvent) {
    const target = event.target instanceof HTMLElement ? event.target : null
    if (event.isComposing || document.querySelector('[role="dialog"], [role="menu"]')) return
    const inText = target?.closest(TEXT_ENTRY) != null
    if (inText && event.key === 'Escape') return target?.blur()
    const act = actOf(event, target, inText)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    run(act, inText)
  }
  useEventListener('keydown', press, { capture: true })
}

function actOf(event: KeyboardEvent, target: HTMLElement | null, inText: boolean): EditorAct | undefined {
  const code = event.shiftKey ? `Shift+${event.code}` : event.code
  if (event.ctrlKey || event.metaKey) return event.altKey ? undefined : WITH_CONTROL[code]
  if (inText !== event.altKey) return undefined
  if (event.key === '?') return 'hints'
  if (['Space', 'Enter'].includes(code) && !inText && target?.closest(PRESSABLE)) return undefined
  if (code.startsWith('Arrow') && target?.closest('input[type="range"]')) return undefined
  return ACTS[code]
}
