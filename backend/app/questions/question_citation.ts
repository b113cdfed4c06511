import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'

/** A provision on which an answer rests, kept as a tag's is: its wording and status are derived when it is shown. */
export default class QuestionCitation extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare questionId: string

  @column()
  declare position: number

  @column()
  declare lawId: string

  @column()
  declare article: string | null

  @column()
  declare clause: string | null

  @column()
  declare point: string | null

  @column()
  declare typedText: string | null

  /** The day for which the document was chosen. */
  @column()
  declare asOf: LegalDay

  @beforeCreate()
  static giveId(citation: QuestionCitation) {
    citation.id ||= newId()
  }
}
