import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { type CollectionKind, findCollection, newestOf } from './collections.js'
import { answerHtml, paperAndInk } from './html_page.js'
import { html } from './markup.js'
import type { SyndicatedVideo } from './syndicated_videos.js'

const validator = vine.create({
  count: vine.number().withoutDecimals().min(1).max(24).optional(),
  lang: vine.enum(['vi', 'en']).optional(),
})

const style = `${paperAndInk}
body{padding:12px}h1{margin:0 0 12px;font-size:1.0625rem}h1 a{text-decoration:none}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,220px),1fr));gap:16px;margin:0;padding:0;list-style:none}
li a{display:block;text-decoration:none;color:inherit}li img,.blank{display:block;width:100%;height:auto;aspect-ratio:16/9;object-fit:contain;background:#120b14;border-radius:6px}
strong{display:block;margin-top:8px;overflow-wrap:anywhere}li a:hover strong{text-decoration:underline}small{color:var(--soft)}`

/** The newest skits on a topic, on a law or of an agency, for a frame in another site: HTML, and no script at all. */
export default class ListEmbedsController {
  async show(ctx: HttpContext) {
    const { count = 6, lang } = await ctx.request.validateUsing(validator)
    if (lang) ctx.i18n.switchLocale(lang)
    const { kind, slug } = ctx.params as { kind: CollectionKind; slug: string }
    const { locale } = ctx.i18n
    const collection = await findCollection(locale, kind, slug)
    const videos = await newestOf(collection, count, ctx)
    const title = collection.title ?? collection.siteName
    const heading = html('a', out(collection.url), `${title} – ${collection.siteName}`)
    return answerHtml(ctx, {
      title,
      language: locale,
      style,
      mayBeFramed: true,
      isIndexed: false,
      body: html(
        'main',
        {},
        html('h1', {}, heading),
        videos.length
          ? html(
              'ul',
              {},
              videos.map((video) => item(video, locale))
            )
          : html('p', {}, ctx.i18n.t('syndication.none'))
      ),
    })
  }
}

/** Out of the frame, into a tab of its own. */
const out = (href: string) => ({ href, target: '_blank', rel: 'noopener' })

function item(video: SyndicatedVideo, language: string) {
  const picture = video.posterUrl
    ? html('img', { src: video.posterUrl, alt: '', loading: 'lazy', width: 320, height: 180 })
    : html('span', { class: 'blank' })
  const facts = [lengthOf(video.durationSeconds), video.agency?.name, video.laws[0]?.number].filter(Boolean)
  const href = language === 'en' ? `${video.url}?lang=en` : video.url
  return html(
    'li',
    {},
    html('a', out(href), picture, html('strong', {}, video.title), html('small', {}, facts.join(' · ')))
  )
}

function lengthOf(seconds: number | null): string | null {
  if (seconds === null) return null
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
