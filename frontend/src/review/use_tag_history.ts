import { useI18n } from 'vue-i18n'
import { useToasts } from '../ui/use_toasts.js'

interface Done {
  text: string
  undo: () => Promise<void>
}

const MOST = 50

/** What was done to the tags of a video since its desk was opened, each step to be undone, the last first. */
export function useTagHistory() {
  const { t } = useI18n()
  const { show } = useToasts()
  const done: Done[] = []

  async function takeBack(step: Done) {
    const at = done.indexOf(step)
    if (at === -1) return
    done.splice(at, 1)
    await step.undo()
  }
  /** `quiet`: nothing is said, for it was seen; the key still takes it back. */
  function remember(text: string, undo: Done['undo'], { quiet = false } = {}) {
    const step = { text, undo }
    done.push(step)
    if (done.length > MOST) done.shift()
    if (!quiet) show(text, 'success', { label: t('tagging.undo'), run: () => void takeBack(step) })
  }
  async function undo() {
    const last = done.at(-1)
    if (!last) return show(t('tagging.nothingToUndo'), 'info')
    await takeBack(last)
    show(t('tagging.undone', { step: last.text }), 'info')
  }
  return { remember, undo }
}
