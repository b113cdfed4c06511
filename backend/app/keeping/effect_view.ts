import type { I18n } from '@adonisjs/i18n'
import type { Banner } from '#app/laws/banners'
import { citationText } from '#app/laws/citation_text'
import type { LawRecord } from '#app/laws/law_record'
import Tag from '#app/tags/tag'
import { causeSentence } from '#app/validity/cause_sentence'
import Video from '#app/videos/video'
import type { LawEffect } from './effects.js'
import { mentionOf } from './row_view.js'

/** A document may be taught by hundreds of videos: the first of them are named, all are counted. */
const mostVideos = 30

interface EffectContext {
  before: LawRecord
  after: LawRecord
  i18n: I18n
}

export async function effectViews(effects: LawEffect[], context: EffectContext) {
  const { before, after, i18n } = context
  const tags = await byId(
    Tag,
    effects.flatMap((one) => one.tags.map(({ tagId }) => tagId))
  )
  const shown = effects.flatMap(({ videoIds, tags: own }) => [
    ...videoIds.slice(0, mostVideos),
    ...own.map(({ videoId }) => videoId),
  ])
  const videos = await byId(Video, shown)
  const said = (list: Banner[], tag: Tag, record: LawRecord) =>
    list.map((banner) => {
      const place = banner.about === 'provision' ? tag : null
      return causeSentence({ ...banner, law: record.byId.get(tag.lawId)!, place }, record, i18n)
    })
  return effects.map(({ lawId, videoIds, tags: changed, ...effect }) => {
    const told = new Set(changed.map(({ videoId }) => videoId))
    const first = [...told, ...videoIds.filter((id) => !told.has(id))].slice(0, mostVideos)
    return {
      ...effect,
      law: mentionOf(lawId, { records: [after, before] }),
      videoCount: videoIds.length,
      videos: first.flatMap((id) => {
        const video = videos.get(id)
        return video
          ? [{ id, slug: video.slug, title: video.title, status: video.status, tags: tagsOf(id) }]
          : []
      }),
    }

    function tagsOf(videoId: string) {
      return changed.flatMap((one) => {
        const tag = tags.get(one.tagId)
        if (one.videoId !== videoId || !tag) return []
        const record = after.byId.has(lawId) ? after : before
        return {
          id: tag.id,
          citation: citationText(record.byId.get(lawId)!, tag, record),
          startSeconds: tag.startSeconds,
          bannersBefore: said(one.before, tag, before),
          bannersAfter: said(one.after, tag, after),
        }
      })
    }
  })
}

async function byId<T extends typeof Tag | typeof Video>(model: T, ids: string[]) {
  const found = new Map<string, InstanceType<T>>()
  const unique = [...new Set(ids)]
  for (let at = 0; at < unique.length; at += 500) {
    const rows = (await (model as typeof Tag)
      .query()
      .whereIn('id', unique.slice(at, at + 500))) as InstanceType<T>[]
    for (const row of rows) found.set(row.id, row)
  }
  return found
}
