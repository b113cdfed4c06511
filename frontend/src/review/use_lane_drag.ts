import { useEventListener } from '@vueuse/core'
import { shallowRef, type Ref } from 'vue'
import type { Tag } from '../api/types.js'
import { moved, type Grip, type Timed } from './tag_spans.js'

/** A hand is never quite still: less than this is a press. */
const STILL_PX = 4

interface Drag {
  tag: Tag
  from: Timed
  grip: Grip
  x: number
  isMoving: boolean
}

interface Dragging {
  lane: Ref<HTMLElement | null>
  durationSeconds: () => number
  preview: (tag: Tag, span: Timed) => void
  commit: (tag: Tag) => void
  /** Pressed without moving. */
  press: (tag: Tag) => void
}

/**
 * Tags dragged along their lane with mouse, finger or pen. The window is listened to: a segment that changes its row while
 * it is dragged would lose the pointer.
 */
export function useLaneDrag({ lane, durationSeconds, preview, commit, press }: Dragging) {
  const drag = shallowRef<Drag | null>(null)

  function begin(event: PointerEvent, tag: Tag & Timed, grip: Grip) {
    if (event.button !== 0) return
    const { startSeconds, endSeconds } = tag
    drag.value = { tag, from: { startSeconds, endSeconds }, grip, x: event.clientX, isMoving: false }
  }
  useEventListener('pointermove', (event: PointerEvent) => {
    const now = drag.value
    if (!now || !lane.value) return
    const byPx = event.clientX - now.x
    if (!now.isMoving && Math.abs(byPx) < STILL_PX) return
    now.isMoving = true
    const bySeconds = (byPx / lane.value.clientWidth) * durationSeconds()
    preview(now.tag, moved(now.from, now.grip, bySeconds, durationSeconds()))
  })
  function end(isKept: boolean) {
    const now = drag.value
    drag.value = null
    if (!now) return
    if (!now.isMoving) {
      if (isKept) press(now.tag)
      return
    }
    if (!isKept) preview(now.tag, now.from)
    commit(now.tag)
  }
  useEventListener('pointerup', () => end(true))
  useEventListener('pointercancel', () => end(false))
  return { begin, dragged: drag }
}
