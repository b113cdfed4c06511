import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import { instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'
import Video from '#app/videos/video'
import type { NoticeKind } from './notice_kinds.js'

/** Something that one account is told of, once. */
export default class Notice extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare userId: string

  @column()
  declare kind: NoticeKind

  /** What it is about, unique for each account: nobody is told of the same twice. */
  @column()
  declare key: string

  @column()
  declare videoId: string | null

  /** What the sentence names: a person, a day, a number of days. */
  @json()
  declare params: Record<string, string | number | null>

  @instant()
  declare createdAt: DateTime

  @instant()
  declare readAt: DateTime | null

  @belongsTo(() => Video)
  declare video: BelongsTo<typeof Video>

  @beforeCreate()
  static giveId(notice: Notice) {
    notice.id ||= newId()
  }
}
