import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { flag, instant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'

export const tagRoles = ['teaches', 'violates', 'penalty', 'procedure', 'mentions'] as const
export type TagRole = (typeof tagRoles)[number]

/** A tie from a video (or some seconds of it) to a law (or one provision of it). */
export default class Tag extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare lawId: string

  @column()
  declare article: string | null

  @column()
  declare clause: string | null

  @column()
  declare point: string | null

  /** Null with `endSeconds`: the whole video. */
  @column()
  declare startSeconds: number | null

  @column()
  declare endSeconds: number | null

  @column()
  declare role: TagRole

  /** The citation as the editor typed it. */
  @column()
  declare typedText: string | null

  /** The day for which the document was chosen. */
  @column()
  declare asOf: LegalDay

  /** The picture or the law has changed since it was confirmed. */
  @flag()
  declare needsCheck: boolean

  @column()
  declare confirmedBy: string | null

  @instant()
  declare confirmedAt: DateTime | null

  @instant({ autoCreate: true })
  declare createdAt: DateTime

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @beforeCreate()
  static giveId(tag: Tag) {
    tag.id ||= newId()
  }
}
