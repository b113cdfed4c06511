import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'

export type TranscodeState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled'

/** One try (with its bounded attempts) at making a revision's renditions: the truth that people see of a job. */
export default class Transcode extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare revisionId: string

  @column()
  declare jobId: string | null

  @column()
  declare state: TranscodeState

  @column()
  declare attempt: number

  @column()
  declare progress: number

  @column()
  declare errorCode: string | null

  @column()
  declare errorDetail: string | null

  @json()
  declare decisions: unknown

  @instant()
  declare enqueuedAt: DateTime

  @instant()
  declare startedAt: DateTime | null

  @instant()
  declare finishedAt: DateTime | null

  @beforeCreate()
  static giveId(transcode: Transcode) {
    transcode.id ||= newId()
  }
}
