import { BaseModel, beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { flag, instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { Suspicion } from '#app/forms/suspicions'
import Video from '#app/videos/video'
import type { Relation, ReportReason } from './report_clocks.js'
import ReportRecord from './report_record.js'
import type { ReportState } from './report_states.js'

/** What a viewer without an account says is wrong with a video, or asks to be taken down. */
export default class Report extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  /** Null once the video has been deleted: the demand and what came of it stay. */
  @column()
  declare videoId: string | null

  @column()
  declare videoTitle: string

  @column()
  declare codeHash: string

  @column()
  declare reason: ReportReason

  @column()
  declare text: string

  @column()
  declare textKey: string

  /** An address or telephone number; for editors only, and erased some time after closing. */
  @column()
  declare contact: string | null

  @column()
  declare relation: Relation | null

  @column()
  declare atSeconds: number | null

  /** As the reporter typed it. */
  @column()
  declare citation: string | null

  /** The document that the citation names, where it could be read. */
  @column()
  declare lawId: string | null

  @column()
  declare state: ReportState

  @flag()
  declare isLow: boolean

  /** Shown to the editors; a report is never put away for them, for a demand with a legal clock may be clumsy. */
  @json()
  declare suspicions: Suspicion[]

  @instant()
  declare dueAt: DateTime

  @column()
  declare takenBy: string | null

  /** What was done, or why nothing was, as the reporter reads it. */
  @column()
  declare outcome: string | null

  @instant()
  declare closedAt: DateTime | null

  @instant()
  declare contactErasedAt: DateTime | null

  @instant()
  declare createdAt: DateTime

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => Video)
  declare video: BelongsTo<typeof Video>

  @belongsTo(() => User, { foreignKey: 'takenBy' })
  declare taker: BelongsTo<typeof User>

  @hasMany(() => ReportRecord)
  declare records: HasMany<typeof ReportRecord>

  @beforeCreate()
  static giveId(report: Report) {
    report.id ||= newId()
  }
}
