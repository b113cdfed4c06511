import { HubError, invalid } from '#app/core/hub_error'
import type { LegalDay } from '#app/core/legal_day'
import { fold, normalise } from '#app/core/vietnamese_text'
import { lawsNumbered } from '#app/laws/citations/law_index'
import { parseCitations, type ParsedCitation } from '#app/laws/citations/parse_citations'
import { MOST_TARGETS, tagTargets } from '#app/laws/citations/tag_targets'
import { LAW_KIND_NAMES } from '#app/laws/law_kinds'
import type { LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import { isArticle, isClause, isPoint, type Provision } from '#app/laws/provision'

/** What one tag is tied to: a document of the record and, unless all parts are null, a provision of it. */
export interface Target extends Provision {
  lawId: string
}

type Parts = Partial<Record<keyof Provision, string | null>>

/** The document that was chosen (by id, slug or number) and the provision whose parts were given. */
export function chosenTarget(lawId: string, parts: Parts, record: LawRecord): Target {
  const law = record.find(lawId)
  if (!law) throw invalid('E_LAW_UNKNOWN', 'lawId', { read: lawId })
  return { lawId: law.id, ...checkedProvision(parts) }
}

function checkedProvision(parts: Parts): Provision {
  const read = (name: keyof Provision, isValid: (value: string) => boolean) => {
    const value = normalise(parts[name] ?? '').toLowerCase()
    if (!value) return null
    const letter = name === 'point' && value === 'dd' ? 'đ' : value
    if (!isValid(letter)) throw invalid('E_PROVISION_MALFORMED', name, { value })
    return letter
  }
  const provision = {
    article: read('article', isArticle),
    clause: read('clause', isClause),
    point: read('point', isPoint),
  }
  const needsArticle = provision.clause !== null || provision.point !== null
  if (needsArticle && !provision.article) throw invalid('E_PROVISION_INCOMPLETE', 'article')
  return provision
}

/** Every provision that a typed citation names; a title without a number is understood as on the day. */
export function citedTargets(citation: string, record: LawRecord, day: LegalDay): Target[] {
  const found = parseCitations(citation, record.citationIndex, { asOf: day })
  if (!found.length) throw unreadable(citation)
  return found.flatMap((one) => {
    if (!one.law) throw unknownLaw(one, record, day)
    const targets = tagTargets(one)
    if (!targets.length) throw unreadable(one.text)
    if (targets.length >= MOST_TARGETS)
      throw invalid('E_CITATION_TOO_WIDE', 'citation', { most: MOST_TARGETS - 1 })
    return targets.map(({ lawId, ...parts }) => ({ lawId, ...checkedProvision(parts) }))
  })
}

function unreadable(citation: string) {
  const folded = fold(citation)
  const namesDocument = Object.values(LAW_KIND_NAMES).some(({ vi }) => folded.includes(fold(vi)))
  const code = namesDocument ? 'E_LAW_UNKNOWN' : 'E_CITATION_UNREADABLE'
  return invalid(code, 'citation', { read: citation.slice(0, 200) })
}

function unknownLaw({ number, text }: ParsedCitation, record: LawRecord, day: LegalDay) {
  const params = { read: number ?? text }
  const candidates = number ? lawsNumbered(record.citationIndex, number) : []
  if (!candidates.length) return invalid('E_LAW_UNKNOWN', 'citation', params)
  const mentions = candidates.map(({ id }) => lawMention(record.byId.get(id)!, record, day))
  return new HubError('E_LAW_AMBIGUOUS', 409, { field: 'citation', params, meta: { candidates: mentions } })
}
