import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { QuestionState, QuestionStep } from './question_states.js'

/** One line of a question's append-only record. A null actor is the asker, or the machine that took it for spam. */
export default class QuestionRecord extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare questionId: string

  @column()
  declare videoId: string

  @column()
  declare actorId: string | null

  @column()
  declare step: QuestionStep | 'ask'

  @column()
  declare fromState: QuestionState | null

  @column()
  declare toState: QuestionState

  @column()
  declare reason: string | null

  @instant()
  declare at: DateTime

  @belongsTo(() => User, { foreignKey: 'actorId' })
  declare actor: BelongsTo<typeof User>

  @beforeCreate()
  static giveId(record: QuestionRecord) {
    record.id ||= newId()
  }
}
