import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant } from '#app/core/columns'
import { newId } from '#app/core/ids'

/** The body that owns a video, and the officer there who answers for it. */
export default class Agency extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare slug: string

  @column()
  declare name: string

  @column()
  declare responsibleName: string | null

  @column()
  declare responsiblePhone: string | null

  @column()
  declare responsibleEmail: string | null

  /** The account that is told of the agency's submissions, and the one that stands in; editors both. */
  @column()
  declare officerId: string | null

  @column()
  declare deputyId: string | null

  @instant({ autoCreate: true })
  declare createdAt: DateTime

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @beforeCreate()
  static giveId(agency: Agency) {
    agency.id ||= newId()
  }

  get officerIds() {
    return [this.officerId, this.deputyId].filter((id) => typeof id === 'string')
  }
}
