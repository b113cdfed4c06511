import { forbidden, invalid } from '#app/core/hub_error'
import Agency from './agency.js'
import type User from './user.js'

/** Producers act for their own agency only; editors for any. */
export async function checkAgency(actor: User, agencyId: string | null | undefined): Promise<void> {
  if (!agencyId) return
  if (!(await Agency.find(agencyId))) throw invalid('E_AGENCY_UNKNOWN', 'agencyId')
  if (!actor.isEditor && agencyId !== actor.agencyId) throw forbidden()
}
