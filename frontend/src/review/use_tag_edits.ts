import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ApiError } from '../api/api_error.js'
import type { Tag } from '../api/types.js'
import { useHub } from '../app/hub.js'
import { useToasts } from '../ui/use_toasts.js'
import { changeTag, createTag, removeTag, type Warnings } from './save_tag.js'
import { copied, isSameSpan, isTimed, split, type Timed } from './tag_spans.js'
import { useTagHistory } from './use_tag_history.js'
import { useTagOverlay } from './use_tag_overlay.js'

const NUDGE_WAIT_MS = 600
let lastNew = 0

export type TagEdits = ReturnType<typeof useTagEdits>

/**
 * Everything that is done to the tags of the video on the desk: shown at once, undone with a key, and told in a sentence where
 * the server refuses it.
 */
export function useTagEdits(
  video: () => { id: string; durationSeconds: number | null; tags: Tag[] },
  onSettled: () => void
) {
  const { t } = useI18n()
  const { api } = useHub()
  const { show } = useToasts()
  const overlay = useTagOverlay(() => video().tags, onSettled)
  const history = useTagHistory()
  const warnings = ref<string[]>([])
  /** A new tag gets its id from the server, one that was brought back gets another: steps and focus know the former. */
  const later = new Map<string, string>()
  const idNow = (id: string): string => (later.has(id) ? idNow(later.get(id)!) : id)
  const durationSeconds = () => video().durationSeconds ?? 0

  function warn(found: Warnings) {
    warnings.value = found.map(({ message }) => message)
  }
  /** Null where the server refused, which has been told then. */
  async function attempt<T>(citation: string, act: () => Promise<T>): Promise<T | null> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const own = { E_NETWORK: 'ui.offline', E_NOT_FOUND: 'tagging.gone' }[error.code]
      const reason = own ? t(own) : error.code.startsWith('E_HTTP') ? t('tagging.failed') : error.message
      show(t('tagging.refused', { citation, reason }), 'danger')
      return null
    }
  }
  async function change(tag: Tag, fields: Partial<Timed> & { needsCheck?: boolean }): Promise<Tag | null> {
    const id = idNow(tag.id)
    overlay.hold(id, { needsCheck: false, ...fields })
    return attempt(tag.citation, () =>
      overlay.send(id, async () => (await changeTag(api, idNow(id), fields)).tag)
    )
  }
  async function add(like: Omit<Tag, 'id'>): Promise<Tag | null> {
    const id = `new-${++lastNew}`
    overlay.place({ ...like, id })
    return attempt(like.citation, () =>
      overlay.send(id, async () => {
        const made = await createTag(api, video().id, fieldsOf(like))
        warn(made.warnings)
        const [tag = null] = made.tags
        if (tag) later.set(id, tag.id)
        return tag
      })
    )
  }
  async function drop(tag: Tag): Promise<boolean> {
    const id = idNow(tag.id)
    overlay.hold(id, null)
    const gone = await attempt(tag.citation, async () => {
      await overlay.send(id, () => removeTag(api, idNow(id)))
      return true
    })
    return gone ?? false
  }

  /** What is still on its way; undoing waits for it, or it would take back the step before. */
  let running: Promise<unknown> = Promise.resolve()
  function tracked<Args extends unknown[], T>(act: (...args: Args) => Promise<T>) {
    return (...args: Args): Promise<T> => {
      const done = act(...args)
      running = Promise.allSettled([running, done])
      return done
    }
  }

  const before = new Map<string, Tag>()
  /** While a tag is dragged or nudged: only shown. */
  function preview(tag: Tag, span: Timed) {
    if (!before.has(tag.id)) before.set(tag.id, tag)
    overlay.hold(tag.id, span)
  }
  /** Sends what was previewed of a tag; where it is back at its place, nothing has happened. */
  async function commit(id: string) {
    const [was, now] = [before.get(id), overlay.shown.value.find((tag) => tag.id === id)]
    before.delete(id)
    if (!was || !now || !isTimed(now)) return
    if (isSameSpan(was, now)) return overlay.letGo(id)
    if (!(await change(now, { startSeconds: now.startSeconds, endSeconds: now.endSeconds }))) return
    const { startSeconds, endSeconds, needsCheck = false } = was
    const back = { startSeconds: startSeconds!, endSeconds, needsCheck }
    const step = t('tagging.moved', { citation: was.citation })
    history.remember(step, async () => void (await change(was, back)), { quiet: true })
  }
  const commitAll = () => Promise.all([...before.keys()].map(commit))
  const commitSoon = useDebounceFn(commitAll, NUDGE_WAIT_MS)
  onScopeDispose(() => void commitAll())

  async function splitAt(tag: Tag, atSeconds: number) {
    await commitAll()
    const halves = isTimed(tag) ? split(tag, atSeconds, durationSeconds()) : null
    if (!halves) return void show(t('tagging.noSplit'), 'info')
    const [first, second] = halves
    const [made, cut] = await Promise.all([add({ ...tag, ...second }), change(tag, first)])
    // Half a split would leave the seconds with two tags, or with none
    if (!made || !cut) {
      if (made) await drop(made)
      if (cut) await change(tag, { ...wasOf(tag) })
      return
    }
    history.remember(t('tagging.split', { citation: tag.citation }), async () => {
      if (await drop(made)) await change(tag, wasOf(tag))
    })
  }
  async function copyTo(tag: Tag, atSeconds: number): Promise<Tag | null> {
    await commitAll()
    const start = isTimed(tag) ? tag : { startSeconds: 0, endSeconds: null }
    const span = copied(start, atSeconds, durationSeconds())
    if (!span) return (show(t('tagging.noRoom'), 'info'), null)
    const made = await add({ ...tag, ...span, needsCheck: false })
    if (made) remember(t('tagging.copied', { citation: tag.citation }), [made])
    return made
  }
  async function confirm(tag: Tag) {
    await commitAll()
    if (!tag.needsCheck) return void show(t('tagging.checkedAlready', { citation: tag.citation }), 'info')
    if (!(await change(tag, { needsCheck: false }))) return
    const step = t('tagging.checked', { citation: tag.citation })
    history.remember(step, async () => void (await change(tag, { needsCheck: true })))
  }
  async function remove(tag: Tag) {
    await commitAll()
    if (!(await drop(tag))) return
    history.remember(t('tagging.removed', { citation: tag.citation }), async () => {
      const back = await add(tag)
      if (back) later.set(tag.id, back.id)
    })
  }
  /** Ties that have been made, in whatever way: undoing takes all of them away. */
  function remember(text: string, made: Tag[]) {
    history.remember(text, async () => void (await Promise.all(made.map(drop))))
  }
  /** One step after the other: each may give tags new ids. */
  let undone: Promise<unknown> = Promise.resolve()
  function undo(): Promise<void> {
    const turn = undone.then(async () => {
      await commitAll()
      await running
      await history.undo()
    })
    undone = Promise.allSettled([turn])
    return turn
  }
  return {
    tags: overlay.shown,
    idNow,
    warnings,
    warn,
    add,
    change,
    preview,
    commit: tracked(commit),
    commitSoon,
    splitAt: tracked(splitAt),
    copyTo: tracked(copyTo),
    confirm: tracked(confirm),
    remove: tracked(remove),
    remember,
    did: history.remember,
    undo,
  }
}

const wasOf = ({ startSeconds, endSeconds, needsCheck = false }: Tag) => ({
  startSeconds: startSeconds!,
  endSeconds,
  needsCheck,
})

const fieldsOf = (tag: Omit<Tag, 'id'>) => ({
  lawId: tag.law.id,
  article: tag.article,
  clause: tag.clause,
  point: tag.point,
  startSeconds: tag.startSeconds,
  endSeconds: tag.endSeconds,
  role: tag.role,
  ...(tag.needsCheck && { needsCheck: true }),
})
