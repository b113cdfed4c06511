import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { paged } from '#app/core/answers'
import { hubNow } from '#app/core/clock'
import { pageFields, pageOf } from '#app/core/page_validator'
import Notice from './notice.js'

const listValidator = vine.create({ ...pageFields, unread: vine.boolean().optional() })
const readValidator = vine.create({
  ids: vine.array(vine.string().maxLength(32)).maxLength(200).optional(),
  read: vine.boolean({ strict: true }).optional(),
})

/** What the caller has been told of; nobody reads those of others. */
export default class NoticesController {
  async index(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const query = await ctx.request.validateUsing(listValidator)
    const { page, perPage } = pageOf(query)
    const notices = Notice.query()
      .where('userId', actor.id)
      .preload('video')
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
    if (query.unread) notices.whereNull('readAt')
    const found = await notices.paginate(page, perPage)
    const answer = paged({ items: found.all().map(noticeView), total: found.total, page, perPage })
    return { ...answer, meta: { ...answer.meta, unread: await unreadOf(actor.id) } }
  }

  /** Marks these as read, or unread where `read` is false; without ids all of the caller's. */
  async markRead(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const { ids, read = true } = await ctx.request.validateUsing(readValidator)
    const notices = Notice.query().where('userId', actor.id)
    if (ids) notices.whereIn('id', ids)
    const at = DateTime.fromJSDate(hubNow()).toUTC().toISO()
    if (read) await notices.whereNull('readAt').update({ readAt: at })
    else await notices.update({ readAt: null })
    return { data: { unread: await unreadOf(actor.id) } }
  }
}

async function unreadOf(userId: string): Promise<number> {
  const [row] = await Notice.query().where('userId', userId).whereNull('readAt').count('* as count')
  return Number(row!.$extras.count)
}

const noticeView = ({ id, kind, params, video, createdAt, readAt }: Notice) => ({
  id,
  kind,
  params,
  video: video ? { id: video.id, slug: video.slug, title: video.title, status: video.status } : null,
  createdAt: createdAt.toISO(),
  readAt: readAt?.toISO() ?? null,
})
