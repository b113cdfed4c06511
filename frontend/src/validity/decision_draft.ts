import type { ValidityDecisionInput, ValidityDecisionName, ValidityTag, ValidityTask } from '../api/types.js'

/** What an editor is about to decide, as the form holds it. */
export interface DecisionDraft {
  decision: ValidityDecisionName | null
  note: string
  /** Where each tag moves to, as typed, by its id. */
  targets: Record<string, string>
  /** The provisions that a change touches, as typed. */
  provisions: string
  isWhole: boolean
  /** For all tasks of the same cause. */
  forAll: boolean
}

export const emptyDraft = (): DecisionDraft => ({
  decision: null,
  note: '',
  targets: {},
  provisions: '',
  isWhole: false,
  forAll: false,
})

export const waitingTags = ({ tags }: ValidityTask): ValidityTag[] => tags.filter(({ waits }) => waits)

/** Whether enough has been said to decide. */
export function isComplete(draft: DecisionDraft, task: ValidityTask): boolean {
  switch (draft.decision) {
    case null:
      return false
    case 'note':
      return draft.note.trim() !== ''
    case 'move':
      return waitingTags(task).every(({ id }) => draft.targets[id]?.trim())
    case 'provisions':
      return draft.isWhole || draft.provisions.trim() !== ''
    default:
      return true
  }
}

/** Whether it may serve several tasks: what a change touches is of one document, and tags may go to different places. */
export function isForSeveral({ decision, targets }: DecisionDraft): boolean {
  if (decision === 'provisions') return false
  return decision !== 'move' || new Set(Object.values(targets).map((text) => text.trim())).size <= 1
}

/** What is sent. The same place for all tags is sent once, so that it may serve several tasks. */
export function decisionInput(draft: DecisionDraft, task: ValidityTask): ValidityDecisionInput {
  const decision = draft.decision!
  const note = draft.note.trim() || null
  if (decision === 'move') {
    const moves = waitingTags(task).map(({ id }) => ({ tagId: id, citation: draft.targets[id]!.trim() }))
    const [first] = moves
    return draft.forAll ? { decision, note, move: { citation: first!.citation } } : { decision, note, moves }
  }
  if (decision === 'provisions') {
    return draft.isWhole
      ? { decision, note, scope: 'whole' }
      : { decision, note, scope: 'part', citation: draft.provisions.trim() }
  }
  return { decision, note }
}
