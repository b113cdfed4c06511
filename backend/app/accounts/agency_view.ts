import type Agency from './agency.js'
import type { Officers } from './officers.js'

/** An agency as everybody sees it: its responsible officer is public, as the office's own site would have it. */
export const agencyView = (
  agency: Agency,
  videoCounts: Map<string, number>,
  officers?: (agency: Agency) => Officers
) => ({
  id: agency.id,
  slug: agency.slug,
  name: agency.name,
  responsibleName: agency.responsibleName ?? null,
  responsiblePhone: agency.responsiblePhone ?? null,
  responsibleEmail: agency.responsibleEmail ?? null,
  /** Published ones. */
  videoCount: videoCounts.get(agency.id) ?? 0,
  /** For editors only. */
  ...officers?.(agency),
})

export const agencyMention = (agency: Agency) => ({ id: agency.id, slug: agency.slug, name: agency.name })
