import { BaseModel, beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import { instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'
import type { Because } from '#app/laws/validity'
import Video from '#app/videos/video'
import type { TaskKind } from './cause.js'
import type { CloseReason, TaskState } from './reconcile.js'
import ValidityDecision from './validity_decision.js'

/** Something that an editor has to decide because a law has changed. */
export default class ValidityTask extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare lawId: string

  /** Null where the document itself is asked about. */
  @column()
  declare videoId: string | null

  /** The video's id, or `law`: what makes the task one of its kind. */
  @column()
  declare subject: string

  @column()
  declare causeKey: string

  @column()
  declare kind: TaskKind

  @column()
  declare since: LegalDay | null

  @json()
  declare because: Because[]

  @json()
  declare successorIds: string[]

  /** The tags that the cause touched when it was last looked at. */
  @json()
  declare tagIds: string[]

  @column()
  declare state: TaskState

  @column()
  declare closeReason: CloseReason | null

  @instant()
  declare openedAt: DateTime

  /** Decided, or closed because the cause was gone. */
  @instant()
  declare settledAt: DateTime | null

  @belongsTo(() => Video)
  declare video: BelongsTo<typeof Video>

  @hasMany(() => ValidityDecision, { foreignKey: 'taskId' })
  declare decisions: HasMany<typeof ValidityDecision>

  @beforeCreate()
  static giveId(task: ValidityTask) {
    task.id ||= newId()
  }
}
