import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { flag, instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'

export const ageClasses = ['adult', '16-17', '7-15', 'under-7'] as const

/** Somebody who can be recognised, and what they (or their guardian) agreed to. */
export interface PersonShown {
  /** The same from one record of a video to the next; older records have none. */
  id?: string
  name: string
  ageClass: (typeof ageClasses)[number]
  guardianName?: string | null
  childAgrees?: boolean | null
  scopes: string[]
  /** The last day on which it holds, YYYY-MM-DD. */
  until?: string | null
  /** The withdrawal after which they agreed anew. */
  renews?: string | null
}

/** Who appears in one revision of a video, and their agreement. A new record replaces the old one, which is kept. */
export default class Consent extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare revisionId: string | null

  @flag()
  declare nobodyIdentifiable: boolean

  @json()
  declare people: PersonShown[]

  @column()
  declare recordedBy: string

  @instant()
  declare recordedAt: DateTime

  @belongsTo(() => User, { foreignKey: 'recordedBy' })
  declare recorder: BelongsTo<typeof User>

  @beforeCreate()
  static giveId(consent: Consent) {
    consent.id ||= newId()
  }
}
