import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { LawRelation } from '#app/laws/validity'
import type { Provision } from '#app/laws/provision'

export const decisionNames = ['still_right', 'move', 'note', 'historical', 'provisions'] as const
export type DecisionName = (typeof decisionNames)[number]

/** A tag as it was before or after: what it was tied to, and who had confirmed it when. */
export interface TagState extends Provision {
  lawId: string
  asOf: string
  typedText: string | null
  needsCheck: boolean
  confirmedBy: string | null
  confirmedAt: string | null
}

export interface RelationState {
  scope: LawRelation['scope']
  provisions: Provision[] | null
  correctedAt: string | null
}

export type Change =
  | { what: 'tag'; id: string; before: TagState; after: TagState }
  | { what: 'video'; id: string; before: string | null; after: string | null }
  | { what: 'relation'; id: string; before: RelationState; after: RelationState }

/** What somebody decided of a task, for ever; `undo` takes an earlier one back and is itself kept. */
export default class ValidityDecision extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare taskId: string

  @column()
  declare decision: DecisionName | 'undo'

  /** Shown to viewers where the decision is `note`; else the reason, for the record. */
  @column()
  declare note: string | null

  /** The tags that were decided about. */
  @json()
  declare tagIds: string[]

  @json()
  declare changes: Change[]

  @column()
  declare undoesId: string | null

  @column()
  declare decidedBy: string

  @instant()
  declare decidedAt: DateTime

  @belongsTo(() => User, { foreignKey: 'decidedBy' })
  declare decider: BelongsTo<typeof User>

  @beforeCreate()
  static giveId(decision: ValidityDecision) {
    decision.id ||= newId()
  }
}

/** Those that hold: neither an undo nor undone, in the order in which they were made. */
export function standing(decisions: ValidityDecision[]): ValidityDecision[] {
  const undone = new Set(decisions.map(({ undoesId }) => undoesId))
  return decisions
    .filter(({ id, decision }) => decision !== 'undo' && !undone.has(id))
    .sort((a, b) => a.decidedAt.toMillis() - b.decidedAt.toMillis())
}
