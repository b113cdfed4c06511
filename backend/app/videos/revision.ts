import { BaseModel, beforeCreate, column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import { bigNumber, flag, instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'
import Rendition from './rendition.js'
import Transcode from './transcode.js'

/** Names of a revision's files within its tree. */
export interface RevisionFiles {
  playlist: string
  poster?: string
  storyboard?: string
  download?: string
  audio?: string
  /** Folders of the renditions in AV1, once there are some. */
  av1?: string[]
}

/** One file that was sent in for a video, and what was made of it. Its processing state is its latest transcode's. */
export default class Revision extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  @column()
  declare number: number

  @column()
  declare sourceKey: string

  @column()
  declare sourceFilename: string

  @bigNumber()
  declare sourceSizeBytes: number

  @column()
  declare durationSeconds: number | null

  @column()
  declare width: number | null

  @column()
  declare height: number | null

  @column()
  declare orientation: 'landscape' | 'portrait' | 'square' | null

  @flag()
  declare hasAudio: boolean

  /**
   * The attempt whose output is shown. Each attempt writes to a tree of its own, so that one that was paused and wakes
   * up late spoils nothing.
   */
  @column()
  declare tree: string | null

  @json()
  declare files: RevisionFiles | null

  /** Whose picture a person chose for the poster; null for the one that was chosen for them. */
  @column()
  declare posterAtSeconds: number | null

  /** The last wish for another poster: only its answer counts. */
  @column()
  declare posterRequest: string | null

  @column()
  declare posterState: 'making' | 'failed' | null

  @flag()
  declare isPublic: boolean

  @instant()
  declare receivedAt: DateTime

  @instant()
  declare firstPlayableAt: DateTime | null

  @instant()
  declare completedAt: DateTime | null

  @hasMany(() => Rendition)
  declare renditions: HasMany<typeof Rendition>

  @hasMany(() => Transcode)
  declare transcodes: HasMany<typeof Transcode>

  @beforeCreate()
  static giveId(revision: Revision) {
    revision.id ||= newId()
  }

  /** Where the tree is kept for its owner and the editors. */
  get privatePrefix() {
    return `${this.privateRoot}${this.tree}/`
  }

  /** All attempts' trees. */
  get privateRoot() {
    return `private/videos/${this.videoId}/${this.id}/`
  }

  /** Where the tree is put when it is published; MEDIA_URL and bucket policies point only at public/. */
  get publicPrefix() {
    return `public/videos/${this.videoId}/${this.id}/`
  }
}
