import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type Video from './video.js'
import { StepRecorded } from './video_events.js'
import type { VideoStatus } from './video_status.js'

/** One line of a video's append-only record: who did what, when and why. A null actor is the machine. */
export default class ReviewRecord extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare actorId: string | null

  @column()
  declare action: string

  @column()
  declare fromStatus: VideoStatus | null

  @column()
  declare toStatus: VideoStatus | null

  @column()
  declare reason: string | null

  @column()
  declare atSeconds: number | null

  /** Whom or what it concerned: a person's name, say. */
  @column()
  declare detail: string | null

  @instant()
  declare at: DateTime

  @belongsTo(() => User, { foreignKey: 'actorId' })
  declare actor: BelongsTo<typeof User>

  @beforeCreate()
  static giveId(record: ReviewRecord) {
    record.id ||= newId()
  }
}

export interface StepToRecord {
  video: Pick<Video, 'id'>
  actor?: User | null
  action: string
  from?: VideoStatus
  to?: VideoStatus
  reason?: string | null
  atSeconds?: number | null
  detail?: string | null
}

export async function recordStep(trx: TransactionClientContract, step: StepToRecord): Promise<void> {
  const record = await ReviewRecord.create(
    {
      videoId: step.video.id,
      actorId: step.actor?.id ?? null,
      action: step.action,
      fromStatus: step.from ?? null,
      toStatus: step.to ?? null,
      reason: step.reason ?? null,
      atSeconds: step.atSeconds ?? null,
      detail: step.detail?.slice(0, 300) ?? null,
      at: DateTime.utc(),
    },
    { client: trx }
  )
  trx.after('commit', () => StepRecorded.dispatch(record.id))
}
