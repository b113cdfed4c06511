import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'

/** Somebody's wish for captions by speech recognition, until they are there. */
export default class Recognition extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare lang: string

  @column()
  declare revisionId: string

  @column()
  declare jobId: string | null

  @column()
  declare state: 'waiting' | 'running' | 'failed'

  @column()
  declare errorCode: string | null

  @column()
  declare askedById: string

  @instant()
  declare askedAt: DateTime

  @beforeCreate()
  static giveId(recognition: Recognition) {
    recognition.id ||= newId()
  }
}
