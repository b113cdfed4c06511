import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'

/** That the whole record was looked through for a legal day, and what came of it. */
export default class ValidityRun extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare day: LegalDay

  @column()
  declare opened: number

  @column()
  declare closed: number

  @instant()
  declare finishedAt: DateTime

  @beforeCreate()
  static giveId(run: ValidityRun) {
    run.id ||= newId()
  }
}
