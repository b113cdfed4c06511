import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant } from '#app/core/columns'

/** The shape of a revision's sound, made when somebody first edits its captions. */
export default class Waveform extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare revisionId: string

  @column()
  declare state: 'making' | 'ready' | 'failed'

  /** Base64 of one byte for each twentieth of a second, see peaks.ts. */
  @column()
  declare peaks: string | null

  @instant()
  declare askedAt: DateTime
}
