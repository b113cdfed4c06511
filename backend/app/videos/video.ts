import { BaseModel, beforeCreate, belongsTo, column, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import Agency from '#app/accounts/agency'
import User from '#app/accounts/user'
import { instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'
import Topic from '#app/topics/topic'
import CaptionTrack from './caption_track.js'
import Revision from './revision.js'
import type { VideoStatus } from './video_status.js'

export const audiences = [
  'hoc_sinh',
  'thanh_nien',
  'phu_nu',
  'nguoi_cao_tuoi',
  'nguoi_lao_dong',
  'nong_dan_ngu_dan',
  'dong_bao_dan_toc_thieu_so',
  'lai_xe',
  'can_bo',
  'moi_nguoi',
] as const
export type Audience = (typeof audiences)[number]

/** A skit with its editorial state; what is played is a revision of it. */
export default class Video extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare slug: string

  @column()
  declare title: string

  @column()
  declare description: string

  @json()
  declare audiences: Audience[]

  @column()
  declare ownerId: string

  @column()
  declare agencyId: string | null

  @column()
  declare status: VideoStatus

  @column()
  declare currentRevisionId: string | null

  @column()
  declare pendingRevisionId: string | null

  @column()
  declare searchText: string

  @column()
  declare viewCount: number

  @instant()
  declare publishedAt: DateTime | null

  /** Kept as history only: out of lists and search, shown with its mark on the pages of its laws. */
  @instant()
  declare historicalSince: DateTime | null

  @instant()
  declare submittedAt: DateTime | null

  @instant({ autoCreate: true })
  declare createdAt: DateTime

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => User, { foreignKey: 'ownerId' })
  declare owner: BelongsTo<typeof User>

  @belongsTo(() => Agency)
  declare agency: BelongsTo<typeof Agency>

  @belongsTo(() => Revision, { foreignKey: 'currentRevisionId' })
  declare currentRevision: BelongsTo<typeof Revision>

  @belongsTo(() => Revision, { foreignKey: 'pendingRevisionId' })
  declare pendingRevision: BelongsTo<typeof Revision>

  @hasMany(() => CaptionTrack)
  declare captionTracks: HasMany<typeof CaptionTrack>

  @manyToMany(() => Topic, { pivotTable: 'video_topics' })
  declare topics: ManyToMany<typeof Topic>

  @beforeCreate()
  static giveId(video: Video) {
    video.id ||= newId()
  }

  get isHistorical() {
    return Boolean(this.historicalSince)
  }

  get isPublished() {
    return this.status === 'published'
  }
}
