import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { flag, instant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'
import type { Confidence } from './import/read_laws.js'
import type { LawKind } from './law_kinds.js'
import type { LawStatus } from './law_status.js'

/** A legal document as the record has it. Its status on a day is derived (validity.ts), never stored. */
export default class Law extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare slug: string

  @column()
  declare kind: LawKind

  @column()
  declare number: string

  /** Folded, for comparison only; several documents may share it. */
  @column()
  declare numberKey: string

  @column()
  declare title: string

  @column()
  declare issuer: string | null

  @column()
  declare issuedOn: LegalDay | null

  @column()
  declare effectiveOn: LegalDay | null

  /** The first day on which it is no longer in force. */
  @column()
  declare expiredOn: LegalDay | null

  @column()
  declare statedStatus: LawStatus

  @column()
  declare statedSource: string | null

  /** The day on which the stated status was looked up. */
  @column()
  declare checkedOn: LegalDay | null

  @column()
  declare confidence: Confidence

  @column()
  declare topicId: number | null

  /** Known only because a relation names it. */
  @flag()
  declare isStub: boolean

  @instant()
  declare correctedAt: DateTime | null

  @instant({ autoCreate: true })
  declare createdAt: DateTime

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @beforeCreate()
  static giveId(law: Law) {
    law.id ||= newId()
  }
}
