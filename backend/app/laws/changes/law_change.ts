import { BaseModel, beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'
import LawChangeRow from './law_change_row.js'

export const changeKinds = ['edit', 'import', 'structure', 'undo'] as const
export type LawChangeKind = (typeof changeKinds)[number]

/** One thing that was done to the record of laws. It is never changed: what is taken back is a change of its own. */
export default class LawChange extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  /** The order of the changes, from 1. */
  @column()
  declare sequence: number

  @column()
  declare kind: LawChangeKind

  @column()
  declare source: string

  @column()
  declare checkedOn: LegalDay

  @column()
  declare note: string | null

  @column()
  declare undoesId: string | null

  /** null: a command of the operator. */
  @column()
  declare changedBy: string | null

  @instant()
  declare changedAt: DateTime

  @belongsTo(() => User, { foreignKey: 'changedBy' })
  declare changer: BelongsTo<typeof User>

  @hasMany(() => LawChangeRow, { foreignKey: 'changeId' })
  declare rows: HasMany<typeof LawChangeRow>

  @beforeCreate()
  static giveId(change: LawChange) {
    change.id ||= newId()
  }
}
