import { computed, ref, shallowRef } from 'vue'
import { type EditedCue, writeTrack } from './cues.js'
import type { Edited } from './edit_cues.js'

const DEPTH = 300

/** The cues that are edited, which of them is chosen, and the way back. */
export function useCues() {
  const cues = shallowRef<EditedCue[]>([])
  const chosen = ref<number | null>(null)
  const past = shallowRef<EditedCue[][]>([])
  const future = shallowRef<EditedCue[][]>([])
  const saved = ref('')
  let lastKey: string | undefined

  const at = computed(() => cues.value.findIndex(({ id }) => id === chosen.value))
  const cue = computed(() => cues.value[at.value] ?? null)
  const text = computed(() => writeTrack(cues.value))
  const isDirty = computed(() => text.value !== saved.value)

  /** Changes with the same key, one after the other, are one step back. */
  function change(next: EditedCue[], key?: string) {
    if (next === cues.value) return
    if (key === undefined || key !== lastKey) past.value = [...past.value, cues.value].slice(-DEPTH)
    lastKey = key
    future.value = []
    cues.value = next
  }
  function apply({ cues: next, chosen: id }: Edited) {
    change(next)
    chosen.value = id
  }
  function undo() {
    const before = past.value.at(-1)
    if (!before) return
    future.value = [...future.value, cues.value]
    past.value = past.value.slice(0, -1)
    cues.value = before
    lastKey = undefined
  }
  function redo() {
    const after = future.value.at(-1)
    if (!after) return
    past.value = [...past.value, cues.value]
    future.value = future.value.slice(0, -1)
    cues.value = after
    lastKey = undefined
  }
  /** Another beginning: there is no way back from it. */
  function start(from: EditedCue[]) {
    cues.value = from
    past.value = future.value = []
    saved.value = writeTrack(from)
    chosen.value = from[0]?.id ?? null
  }
  const step = (by: number) => {
    const next = cues.value[at.value === -1 ? 0 : at.value + by]
    if (next) chosen.value = next.id
  }

  return {
    ...{ cues, chosen, at, cue, text, isDirty, saved, change, apply, undo, redo, start, step },
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
  }
}

export type Cues = ReturnType<typeof useCues>
