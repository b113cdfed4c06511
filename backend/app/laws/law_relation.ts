import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { instant, json } from '#app/core/columns'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'
import type { Provision } from './provision.js'
import type { RelationKind } from './relation_kinds.js'

/** Directed: the source acts on the target. Who changes one also touches its source, so that caches notice (law_record.ts). */
export default class LawRelation extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare sourceLawId: string

  @column()
  declare targetLawId: string

  @column()
  declare relation: RelationKind

  @column()
  declare scope: 'whole' | 'part' | null

  /** Which provisions a partial relation touches; null until somebody has said. */
  @json()
  declare provisions: Provision[] | null

  @column()
  declare fromOn: LegalDay | null

  /** By a person: an import keeps it. */
  @instant()
  declare correctedAt: DateTime | null

  @instant({ autoCreate: true })
  declare createdAt: DateTime

  @beforeCreate()
  static giveId(relation: LawRelation) {
    relation.id ||= newId()
  }
}
