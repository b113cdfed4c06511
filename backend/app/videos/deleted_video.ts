import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant, json } from '#app/core/columns'
import type { RecordLine } from './record_view.js'
import type { VideoStatus } from './video_status.js'

/** What is left of a deleted video: who deleted it, and its record. Append-only. */
export default class DeletedVideo extends BaseModel {
  static selfAssignPrimaryKey = true

  /** The video's. */
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare title: string

  /** Where it stood when it was deleted. */
  @column()
  declare status: VideoStatus

  @json()
  declare record: RecordLine[]

  /** Null: a command of the operator. */
  @column()
  declare deletedBy: string | null

  @column()
  declare deletedByName: string | null

  @instant()
  declare deletedAt: DateTime
}
