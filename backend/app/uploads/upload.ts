import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { bigNumber, instant } from '#app/core/columns'

/** A tus upload: whose it is and what it is for. How far it has come is known by the tus store alone. */
export default class Upload extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare userId: string

  @column()
  declare filename: string

  @bigNumber()
  declare sizeBytes: number

  @instant({ autoCreate: true })
  declare createdAt: DateTime

  @instant()
  declare expiresAt: DateTime

  @instant()
  declare completedAt: DateTime | null

  /** The received bytes are the revision's source, where they were written: nothing is copied. */
  get storageKey() {
    return `uploads/${this.id}`
  }
}
