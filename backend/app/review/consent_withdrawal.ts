import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'

/** How somebody said that they no longer agree. */
export const withdrawalChannels = ['in_person', 'phone', 'email', 'letter', 'other'] as const

/** Somebody no longer agrees to be shown in a video. Append-only: a new agreement is said in a new consent record. */
export default class ConsentWithdrawal extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare personId: string

  @column()
  declare personName: string

  /** The day on which they said so. */
  @column()
  declare withdrawnOn: LegalDay

  @column()
  declare channel: (typeof withdrawalChannels)[number]

  @column()
  declare reason: string

  @column()
  declare recordedBy: string

  @instant()
  declare recordedAt: DateTime

  @beforeCreate()
  static giveId(withdrawal: ConsentWithdrawal) {
    withdrawal.id ||= newId()
  }
}
