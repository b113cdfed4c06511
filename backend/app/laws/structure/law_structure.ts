import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { instant, json } from '#app/core/columns'
import type { StructureElement } from './read_structure.js'

/** The parts, chapters and articles of one document with their headings, in their order. */
export default class LawStructure extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare lawId: string

  @json()
  declare elements: StructureElement[]

  @instant({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}

/** Empty where nobody has loaded it. */
export async function structureOf(lawId: string, client?: QueryClientContract): Promise<StructureElement[]> {
  const found = await LawStructure.query({ client }).where('lawId', lawId).first()
  return found?.elements ?? []
}
