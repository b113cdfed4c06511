import { computed, shallowRef, watch } from 'vue'
import type { Tag } from '../api/types.js'
import { NO_OVERLAY, overlaid, settled, withChange } from './tag_overlay.js'

/**
 * The tags of a video as the editor means them: what is being changed is shown at once, sent one after the other, and the
 * server's answer replaces it. `onSettled` is called after each answer, good or bad: the list is to be loaded anew.
 */
export function useTagOverlay(tags: () => Tag[], onSettled: () => void) {
  const overlay = shallowRef(NO_OVERLAY)
  const onTheirWay = new Map<string, number>()
  const held = new Set<string>()
  let queue: Promise<unknown> = Promise.resolve()
  const shown = computed(() => overlaid(tags(), overlay.value))
  watch(tags, () => {
    overlay.value = settled(overlay.value, new Set([...onTheirWay.keys(), ...held]))
  })

  /** Shown, and not yet sent: a drag or a row of key presses goes on. */
  function hold(id: string, change: Partial<Tag> | null) {
    held.add(id)
    overlay.value = withChange(overlay.value, id, change)
  }
  function letGo(id: string) {
    held.delete(id)
    overlay.value = withChange(overlay.value, id, undefined)
  }
  function place(tag: Tag) {
    overlay.value = { ...overlay.value, added: [...overlay.value.added, tag] }
  }
  function answered(id: string, answer: Tag | null) {
    // A later change of the same tag is on its way: its answer counts
    if ((onTheirWay.get(id) ?? 0) > 1 || held.has(id)) return
    const { added } = overlay.value
    const isNew = added.some((tag) => tag.id === id)
    if (!isNew) overlay.value = withChange(overlay.value, id, answer)
    else
      overlay.value = {
        ...overlay.value,
        added: added.flatMap((tag) => (tag.id === id ? (answer ? [answer] : []) : [tag])),
      }
  }
  /** Sends what was held or placed under this id; throws what the server refuses, with the former state shown again. */
  async function send(id: string, act: () => Promise<Tag | null>): Promise<Tag | null> {
    held.delete(id)
    onTheirWay.set(id, (onTheirWay.get(id) ?? 0) + 1)
    const turn = queue.then(act)
    queue = turn.catch(() => {})
    try {
      const answer = await turn
      answered(id, answer)
      return answer
    } catch (error) {
      overlay.value = withChange(overlay.value, id, undefined)
      overlay.value = { ...overlay.value, added: overlay.value.added.filter((tag) => tag.id !== id) }
      throw error
    } finally {
      const left = (onTheirWay.get(id) ?? 1) - 1
      if (left) onTheirWay.set(id, left)
      else onTheirWay.delete(id)
      onSettled()
    }
  }
  return { shown, hold, letGo, place, send }
}
