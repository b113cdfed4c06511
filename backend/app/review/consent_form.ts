import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'

/** The paper that somebody signed, as a scan or a photo. One at a time for a person; what was replaced keeps its row. */
export default class ConsentForm extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare personId: string

  @column()
  declare filename: string

  @column()
  declare mediaType: string

  @column()
  declare sizeBytes: number

  @column({ columnName: 'sha256' })
  declare sha256: string

  @column()
  declare uploadedBy: string

  @instant()
  declare uploadedAt: DateTime

  /** When it was replaced or deleted, and the file with it. */
  @instant()
  declare removedAt: DateTime | null

  @beforeCreate()
  static giveId(form: ConsentForm) {
    form.id ||= newId()
  }

  /** Below `private/`, which no address serves. */
  get storageKey() {
    return `${formsPrefix(this.videoId)}${this.id}`
  }
}

export const formsPrefix = (videoId: string) => `private/consents/${videoId}/`
