import { BaseModel, beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { flag, instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { Suspicion } from '#app/forms/suspicions'
import Video from '#app/videos/video'
import QuestionCitation from './question_citation.js'
import QuestionRecord from './question_record.js'
import type { QuestionState } from './question_states.js'

/** What a viewer without an account asked under a video. */
export default class Question extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: string

  /** A digest: the code itself is known to the asker alone. */
  @column()
  declare codeHash: string

  @column()
  declare text: string

  @column()
  declare textKey: string

  @column()
  declare askerName: string | null

  @column()
  declare atSeconds: number | null

  @column()
  declare state: QuestionState

  /** Sent without proof of work: looked at after the others. */
  @flag()
  declare isLow: boolean

  @json()
  declare suspicions: Suspicion[]

  @column()
  declare answer: string | null

  @column()
  declare answeredBy: string | null

  @instant()
  declare answeredAt: DateTime | null

  @instant()
  declare publishedAt: DateTime | null

  /** Why it was rejected, as the asker reads it. */
  @column()
  declare rejection: string | null

  /** An officer took personal data out of the text. */
  @instant()
  declare redactedAt: DateTime | null

  @instant({ autoCreate: true })
  declare createdAt: DateTime

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => Video)
  declare video: BelongsTo<typeof Video>

  @belongsTo(() => User, { foreignKey: 'answeredBy' })
  declare answerer: BelongsTo<typeof User>

  @hasMany(() => QuestionCitation)
  declare citations: HasMany<typeof QuestionCitation>

  @hasMany(() => QuestionRecord)
  declare records: HasMany<typeof QuestionRecord>

  @beforeCreate()
  static giveId(question: Question) {
    question.id ||= newId()
  }
}
