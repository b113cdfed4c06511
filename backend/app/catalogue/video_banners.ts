import type { I18n } from '@adonisjs/i18n'
import { todayInVietnam } from '#app/core/legal_day'
import { banners, type Banner } from '#app/laws/banners'
import type Law from '#app/laws/law'
import type { LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'

interface TaggedProvision {
  id: string
  law: { id: string }
  article: string | null
  clause: string | null
  point: string | null
}

/** What viewers must be told of the laws that a video teaches: which has been replaced, by what, since when. */
export function videoBanners(tags: TaggedProvision[], record: LawRecord, i18n: I18n) {
  const day = todayInVietnam()
  const found = tags.flatMap((tag) => {
    const law = record.byId.get(tag.law.id)
    if (!law) return []
    const provision = tag.article || tag.clause || tag.point ? tag : null
    return banners(provision, law, record.actingOn(law), day).banners.map((banner) => describe(banner, law))
  })
  // Several tags on one dead law say one thing
  return [...new Map(found.map((banner) => [banner.message, banner])).values()]

  function describe(banner: Banner, law: Law) {
    const successor = firstKnown(banner.successorIds, record)
    const params = {
      law: law.number,
      title: law.title,
      successor: successor ? `${successor.title} (${successor.number})` : '',
      hasSuccessor: successor ? 'yes' : 'no',
      since: banner.since ? dayInWords(banner.since) : '',
      hasSince: banner.since ? 'yes' : 'no',
    }
    return {
      kind: `law_${banner.kind}`,
      message: i18n.t(`banners.${banner.kind}`, params),
      law: successor ? lawMention(successor, record, day) : null,
    }
  }
}

const firstKnown = (ids: string[], record: LawRecord) =>
  ids.map((id) => record.byId.get(id)).find((law) => law !== undefined) ?? null

/** 01/07/2026, as both languages of the site write days. */
const dayInWords = (day: string) => day.split('-').reverse().join('/')
