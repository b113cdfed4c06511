import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { flag, instant } from '#app/core/columns'
import { newId } from '#app/core/ids'

/** What is said and heard (`captions`), or its translation (`subtitles`), as WebVTT. */
export default class CaptionTrack extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare lang: string

  @column()
  declare label: string

  @column()
  declare kind: 'captions' | 'subtitles'

  @column()
  declare webVtt: string

  @flag()
  declare needsCheck: boolean

  /** By speech recognition, and since then corrected at most. */
  @flag()
  declare isMachineMade: boolean

  /** Who has read it against the sound, as it stands. */
  @column()
  declare checkedById: string | null

  @instant()
  declare checkedAt: DateTime | null

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @beforeCreate()
  static giveId(track: CaptionTrack) {
    track.id ||= newId()
  }
}
