import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { ReportState, ReportStep } from './report_states.js'

/** One line of a report's append-only record. A null actor is the reporter, or the machine that erased the contact. */
export default class ReportRecord extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare reportId: string

  @column()
  declare actorId: string | null

  @column()
  declare step: ReportStep | 'receive' | 'erase'

  @column()
  declare fromState: ReportState | null

  @column()
  declare toState: ReportState

  @column()
  declare reason: string | null

  @instant()
  declare at: DateTime

  @belongsTo(() => User, { foreignKey: 'actorId' })
  declare actor: BelongsTo<typeof User>

  @beforeCreate()
  static giveId(record: ReportRecord) {
    record.id ||= newId()
  }
}
