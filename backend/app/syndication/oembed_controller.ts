import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { HubError, notFound } from '#app/core/hub_error'
import { siteOrigin } from '#app/core/site_origin'
import { readSiteSettings } from '#app/site/site_settings'
import Video from '#app/videos/video'
import { xml, xmlDocument } from './markup.js'
import { embedElement, embedSize, readVideoAddress, thumbnailSize } from './oembed.js'
import { answerFresh } from './fresh_answer.js'
import { syndicatedVideos } from './syndicated_videos.js'

const pixels = () => vine.number().withoutDecimals().min(1).max(10_000).optional()
const validator = vine.create({
  url: vine.string().trim().maxLength(2000),
  maxwidth: pixels(),
  maxheight: pixels(),
  format: vine.string().optional(),
})

/**
 * oEmbed 1.0 (oembed.com): how another site shows a video of ours. 404 for what is not public too: a 401 would tell
 * that it is there.
 */
export default class OembedController {
  async show(ctx: HttpContext) {
    const { url, maxwidth, maxheight, format = 'json' } = await ctx.request.validateUsing(validator)
    if (format !== 'json' && format !== 'xml') throw new HubError('E_FORMAT_UNKNOWN', 501)
    const answer = await describe(url, { width: maxwidth, height: maxheight }, ctx.i18n.locale)
    if (format === 'json') {
      return answerFresh(ctx, {
        body: JSON.stringify(answer),
        contentType: 'application/json; charset=utf-8',
      })
    }
    const body = xml(
      'oembed',
      {},
      Object.entries(answer).map(([name, value]) => xml(name, {}, value))
    )
    return answerFresh(ctx, { body: xmlDocument(body), contentType: 'text/xml; charset=utf-8' })
  }
}

async function describe(address: string, limit: { width?: number; height?: number }, language: string) {
  const asked = readVideoAddress(address, siteOrigin())
  const row = asked && (await Video.query().where('id', asked.key).orWhere('slug', asked.key).first())
  const [video] = row ? await syndicatedVideos([row.id], language) : []
  if (!asked || !video) throw notFound()
  const { name } = await readSiteSettings()
  const size = embedSize(video, limit)
  const src = asked.startSeconds ? `${video.embedUrl}?t=${asked.startSeconds}` : video.embedUrl
  return {
    version: '1.0',
    type: 'video',
    title: video.title,
    ...(video.agency && {
      author_name: video.agency.name,
      author_url: `${siteOrigin()}/don-vi/${video.agency.slug}`,
    }),
    provider_name: name,
    provider_url: siteOrigin(),
    cache_age: 3600,
    ...thumbnail(video, limit),
    html: embedElement(src, video.title, size),
    ...size,
  }
}

/** Left out where it is larger than what the asker allows. */
function thumbnail(
  video: { posterUrl: string | null; width: number | null; height: number | null },
  limit: { width?: number; height?: number }
) {
  if (!video.posterUrl || !video.width || !video.height) return {}
  const { width, height } = thumbnailSize({ width: video.width, height: video.height })
  if (width > (limit.width ?? Infinity) || height > (limit.height ?? Infinity)) return {}
  return { thumbnail_url: video.posterUrl, thumbnail_width: width, thumbnail_height: height }
}
