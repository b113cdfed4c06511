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

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @beforeCreate()
  static giveId(track: CaptionTrack) {
    track.id ||= newId()
  }
}
