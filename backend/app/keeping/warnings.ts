import { HubError } from '#app/core/hub_error'
import { inWords } from '#app/laws/changes/law_checks'
import type { RecordRow } from '#app/laws/changes/states'
import { lawNumberKey, parseLawNumber } from '#app/laws/law_number'
import type { LawRecord } from '#app/laws/law_record'

const most = 50

/** What may be right but is more often a slip: it is said before saving, and stops nobody. */
export function warningsOf(rows: RecordRow[], after: LawRecord): HubError[] {
  const warnings: HubError[] = []
  const warn = (code: string, params: Record<string, string>) => {
    if (warnings.length < most) warnings.push(new HubError(code, 422, { params }))
  }
  for (const row of rows) {
    if (row.what === 'law' && row.after) {
      const { number, issuedOn, effectiveOn } = row.after
      if (issuedOn && effectiveOn && effectiveOn < issuedOn)
        warn('E_WARN_RETROACTIVE', { number, value: inWords(effectiveOn), other: inWords(issuedOn) })
      if (row.before?.number !== number) {
        const key = lawNumberKey(number)
        const other = after.laws.find((law) => law.numberKey === key && law.id !== row.id)
        if (other) warn('E_WARN_SAME_NUMBER', { number, title: other.title })
        const year = parseLawNumber(number)?.year
        if (year && issuedOn && !issuedOn.startsWith(year))
          warn('E_WARN_YEAR', { number, value: inWords(issuedOn) })
        if (row.before) warn('E_WARN_ADDRESS_STAYS', { number, slug: row.after.slug })
      }
    }
    if (row.what === 'relation' && row.after) {
      const source = after.byId.get(row.after.sourceLawId)
      const target = after.byId.get(row.after.targetLawId)
      const { fromOn } = row.after
      const params = { source: source?.number ?? '', target: target?.number ?? '' }
      if (fromOn && source?.issuedOn && fromOn < source.issuedOn)
        warn('E_WARN_FROM_BEFORE_SOURCE', {
          ...params,
          value: inWords(fromOn),
          other: inWords(source.issuedOn),
        })
      if (row.after.scope && !fromOn && !source?.effectiveOn) warn('E_WARN_UNDATED', params)
    }
    if (row.what === 'structure') {
      const twice = row.after?.elements.filter(({ occurrence }) => occurrence > 1) ?? []
      for (const { number } of twice) warn('E_WARN_ARTICLE_TWICE', { number })
    }
  }
  return warnings
}
