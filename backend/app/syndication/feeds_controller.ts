import type { HttpContext } from '@adonisjs/core/http'
import { type CollectionKind, findCollection } from './collections.js'
import { feedOf } from './feed.js'
import { answerFresh } from './fresh_answer.js'
import { jsonFeedOf } from './json_feed.js'
import { rssOf } from './rss.js'

const feedFrom = async (ctx: HttpContext) => {
  const { kind, slug } = ctx.params as { kind?: CollectionKind; slug?: string }
  return feedOf(await findCollection(ctx.i18n.locale, kind, slug), ctx)
}

/** The newest skits, for feed readers and other sites: of everything, or on a topic, on a law, of an agency. */
export default class FeedsController {
  async rss(ctx: HttpContext) {
    const feed = await feedFrom(ctx)
    return answerFresh(ctx, {
      body: rssOf(feed),
      contentType: 'application/rss+xml; charset=utf-8',
      lastModified: feed.updatedAt,
    })
  }

  async json(ctx: HttpContext) {
    const feed = await feedFrom(ctx)
    return answerFresh(ctx, {
      body: JSON.stringify(jsonFeedOf(feed)),
      contentType: 'application/feed+json; charset=utf-8',
      lastModified: feed.updatedAt,
    })
  }
}
