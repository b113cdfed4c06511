import { changeKinds, type Cause } from './cause.js'
import type { DerivedTask } from './derive_tasks.js'

export type TaskState = 'open' | 'decided' | 'closed'

/**
 * Why nobody needs to decide any more: the change was taken back or its day moved; a greater one came; the tags are gone;
 * viewers no longer see the video; or it was put into the history.
 */
export type CloseReason = 'cause_gone' | 'superseded' | 'tags_gone' | 'video_hidden' | 'historical'

/** A task as it is kept, with what has been decided of it and not taken back. */
export interface KeptTask {
  id: string
  videoId: string | null
  key: string
  state: TaskState
  cause: Cause
  tagIds: string[]
  /** Tags of which somebody has decided, at any time. */
  coveredTagIds: string[]
  /** Whether somebody has decided since it was last opened. */
  isDecidedSinceOpened: boolean
}

export type VideoStanding = 'shown' | 'historical' | 'hidden'

export type TaskStep =
  | { do: 'open'; task: DerivedTask }
  | { do: 'reopen' | 'update' | 'decide'; id: string; task: DerivedTask }
  | { do: 'settle'; id: string }
  | { do: 'close'; id: string; reason: CloseReason }

/**
 * From what a law asks today and what is kept: the steps that bring them together. Repeating it gives no steps. What has
 * been decided is never undone here; it is asked again only for tags of which nobody has decided.
 */
export function reconcile(
  derived: DerivedTask[],
  kept: KeptTask[],
  standingOf: (videoId: string) => VideoStanding,
  tagsOf: (videoId: string | null) => string[]
): TaskStep[] {
  const byKey = new Map(kept.map((task) => [taskKey(task.videoId, task.key), task]))
  const steps: TaskStep[] = []
  const asked = new Set<string>()
  for (const task of derived) {
    const key = taskKey(task.videoId, task.cause.key)
    asked.add(key)
    const known = byKey.get(key)
    if (known) steps.push(...stepsFor(task, known))
    else steps.push({ do: 'open', task })
  }
  for (const task of kept) {
    if (task.state !== 'open' || asked.has(taskKey(task.videoId, task.key))) continue
    // A tag that was moved, or a video that became history, by the decision itself
    if (task.isDecidedSinceOpened) steps.push({ do: 'settle', id: task.id })
    else steps.push({ do: 'close', id: task.id, reason: reasonFor(task, derived, standingOf, tagsOf) })
  }
  return steps
}

const taskKey = (videoId: string | null, key: string) => `${videoId ?? ''}|${key}`

function stepsFor(task: DerivedTask, known: KeptTask): TaskStep[] {
  const { id, state } = known
  const isPending = pendingTagIds(task, known).length > 0
  if (state === 'open') {
    if (!isPending) return [{ do: 'decide', id, task }]
    return isSame(task, known) ? [] : [{ do: 'update', id, task }]
  }
  if (isPending) return [{ do: 'reopen', id, task }]
  return state === 'closed' ? [{ do: 'decide', id, task }] : []
}

/** What remains to be decided. Whoever has judged a date or a label has judged it for every tag, also later ones. */
export function pendingTagIds(task: Pick<DerivedTask, 'cause' | 'tagIds'>, known: KeptTask): string[] {
  const { kind } = task.cause
  // A tag that is due has, by being due, not been looked at since
  if (kind === 'due') return task.tagIds
  const isForAll = kind === 'undated' || kind === 'label_disagrees'
  if (isForAll && known.coveredTagIds.length) return []
  const covered = new Set(known.coveredTagIds)
  return task.tagIds.filter((id) => !covered.has(id))
}

function isSame({ cause, tagIds }: DerivedTask, known: KeptTask): boolean {
  const facts = (one: Cause, ids: string[]) =>
    JSON.stringify([one.since, one.because, one.successorIds, [...ids].sort()])
  return facts(cause, tagIds) === facts(known.cause, known.tagIds)
}

function reasonFor(
  { videoId, tagIds }: KeptTask,
  derived: DerivedTask[],
  standingOf: (videoId: string) => VideoStanding,
  tagsOf: (videoId: string | null) => string[]
): CloseReason {
  if (videoId) {
    const standing = standingOf(videoId)
    if (standing !== 'shown') return standing === 'historical' ? 'historical' : 'video_hidden'
  }
  const present = new Set(tagsOf(videoId))
  if (!tagIds.some((id) => present.has(id))) return 'tags_gone'
  const own = derived.filter((task) => videoId === null || task.videoId === videoId)
  return own.some(({ cause }) => isOfTheWhole(cause)) ? 'superseded' : 'cause_gone'
}

const isOfTheWhole = ({ kind }: Cause) =>
  kind !== 'amended' && (changeKinds as readonly string[]).includes(kind)
