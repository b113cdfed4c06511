import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import { newId } from '#app/core/ids'

/** One encoded rung of the ladder, or the sound. */
export default class Rendition extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare revisionId: string

  @column()
  declare name: string

  @column()
  declare kind: 'video' | 'audio'

  @column()
  declare width: number | null

  @column()
  declare height: number | null

  @column()
  declare frameRate: number | null

  @column()
  declare codecs: string

  @column()
  declare bandwidthBps: number

  @column()
  declare averageBandwidthBps: number

  @beforeCreate()
  static giveId(rendition: Rendition) {
    rendition.id ||= newId()
  }
}
