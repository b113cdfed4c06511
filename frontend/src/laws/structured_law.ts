import type { LawDetail } from '../api/types.js'
import { lookOf } from './law_status.js'

const FORCE = { full: 'InForce', half: 'PartiallyInForce', empty: 'NotInForce', dotted: undefined }

/** schema.org Legislation. Vietnam has no ELI and no URN, so the number is the identifier. */
export function structuredLaw(law: LawDetail): Record<string, unknown> {
  return {
    '@type': 'Legislation',
    name: law.title,
    legislationIdentifier: law.number,
    legislationDate: law.issuedOn ?? undefined,
    legislationDateVersion: law.effectiveOn ?? undefined,
    legislationPassedBy: law.issuer ? { '@type': 'GovernmentOrganization', name: law.issuer } : undefined,
    legislationLegalForce: law.status === 'chua_co_hieu_luc' ? 'NotInForce' : FORCE[lookOf(law.status).shape],
    legislationJurisdiction: 'VN',
    inLanguage: 'vi',
  }
}
