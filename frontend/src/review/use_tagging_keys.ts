import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tag } from '../api/types.js'
import { tagsAt } from '../player/law_lane.js'
import { useToasts } from '../ui/use_toasts.js'
import type { Suggestions } from './use_suggestions.js'
import { useReviewKeys } from './use_review_keys.js'
import type { TagEdits } from './use_tag_edits.js'

interface Desk {
  edits: TagEdits
  suggestions: Suggestions
  chosenId: Ref<string | null>
  currentTime: Ref<number>
  mayTag: () => boolean
  /** Gives the focus to the tag's segment on the lane, once it is there. */
  focusTag: (id: string) => void
  edit: (tag: Tag) => void
  copyElsewhere: (tag: Tag) => void
}

/** Keys for the tag that is chosen on the lane (else the one at the playhead) and for the current suggestion. */
export function useTaggingKeys(desk: Desk) {
  const { edits, suggestions, chosenId, currentTime, focusTag } = desk
  const { t } = useI18n()
  const { show } = useToasts()
  const timed = () =>
    edits.tags.value
      .filter(({ startSeconds }) => startSeconds !== null)
      .sort((a, b) => a.startSeconds! - b.startSeconds!)
  /** The one with the focus; one chosen earlier counts behind that at the playhead, where the eye is. */
  const focused = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id
    return edits.tags.value.find((tag) => tag.id === id)
  }
  const chosen = () => edits.tags.value.find(({ id }) => id === chosenId.value)
  const meant = () => focused() ?? tagsAt(edits.tags.value, currentTime.value)[0] ?? chosen()

  const withTag = (act: (tag: Tag) => unknown) => () => {
    if (!desk.mayTag()) return
    const tag = meant()
    if (tag) void act(tag)
    else show(t('tagging.noTagHere'), 'info')
  }
  const ifMay = (act: () => unknown) => () => {
    if (desk.mayTag()) void act()
  }
  async function duplicate(tag: Tag) {
    const made = await edits.copyTo(tag, currentTime.value)
    if (made) focusTag(made.id)
  }
  async function remove() {
    const tag = desk.mayTag() ? focused() : undefined
    if (!tag) return
    const all = timed()
    const at = all.findIndex(({ id }) => id === tag.id)
    const next = all[at + 1] ?? all[at - 1]
    const removing = edits.remove(tag)
    // Whoever works on the lane stays on it
    if (next) focusTag(next.id)
    await removing
  }
  function enterLane() {
    const onLane = timed().find(({ id }) => id === chosenId.value)
    const tag = tagsAt(edits.tags.value, currentTime.value)[0] ?? onLane ?? timed()[0]
    if (tag) focusTag(tag.id)
    else show(t('tagging.lane.none'), 'info')
  }
  useReviewKeys({
    g: enterLane,
    s: withTag((tag) => edits.splitAt(tag, currentTime.value)),
    d: withTag(duplicate),
    'shift+d': withTag(desk.copyElsewhere),
    v: withTag(edits.confirm),
    e: withTag(desk.edit),
    delete: () => void remove(),
    z: ifMay(edits.undo),
    y: ifMay(() => suggestions.accept()),
    'shift+y': ifMay(suggestions.acceptAll),
    x: ifMay(() => suggestions.dismiss()),
    n: () => suggestions.move(1),
    'shift+n': () => suggestions.move(-1),
  })
}
