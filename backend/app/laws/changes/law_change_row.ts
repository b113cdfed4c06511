import { BaseModel, column } from '@adonisjs/lucid/orm'
import { json } from '#app/core/columns'
import type { RecordRow } from './states.js'

/** A document, relation or structure as it was before a change and after it. */
export default class LawChangeRow extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare changeId: string

  @column()
  declare position: number

  @column()
  declare what: RecordRow['what']

  /** Of the document (also for a structure) or the relation. */
  @column()
  declare rowId: string

  /** Of a relation, its source. */
  @column()
  declare lawId: string

  /** Of a relation, its target. */
  @column()
  declare otherLawId: string | null

  @json()
  declare before: RecordRow['before']

  @json()
  declare after: RecordRow['after']

  get asRow(): RecordRow {
    return { what: this.what, id: this.rowId, before: this.before, after: this.after } as RecordRow
  }
}
