import { BaseModel, column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import Subtopic from './subtopic.js'

/** One of the 45 chủ đề of the Bộ Pháp điển; the id is its place in the official order. */
export default class Topic extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare slug: string

  @column()
  declare name: string

  @column()
  declare nameEn: string

  @column()
  declare officialUuid: string

  @hasMany(() => Subtopic)
  declare subtopics: HasMany<typeof Subtopic>
}
