import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import { newId } from '#app/core/ids'

/** One đề mục of a topic, with the everyday themes that skits about it have. */
export default class Subtopic extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare topicId: number

  @column()
  declare position: number

  @column()
  declare name: string

  @column()
  declare nameEn: string

  @column()
  declare skitThemes: string

  @beforeCreate()
  static giveId(subtopic: Subtopic) {
    subtopic.id ||= newId()
  }
}
