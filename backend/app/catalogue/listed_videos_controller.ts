import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { paged } from '#app/core/answers'
import { pageFields, pageOf } from '#app/core/page_validator'
import { facetFields } from './facet_fields.js'
import { listedVideoIds, listSorts } from './listed_videos.js'
import { listedViews } from './listed_view.js'

const word = () => vine.string().trim().maxLength(160).optional()

const listValidator = vine.create({
  ...pageFields,
  ...facetFields,
  law: word(),
  provision: word(),
  q: vine.string().trim().maxLength(300).optional(),
  sort: vine.enum(listSorts).optional(),
  history: vine.boolean().optional(),
})

/** The public catalogue. */
export default class ListedVideosController {
  async index({ request, i18n }: HttpContext) {
    const query = await request.validateUsing(listValidator)
    const found = await listedVideoIds({ ...query, ...pageOf(query, 24) })
    return paged({ ...found, items: await listedViews(found.items, i18n.locale) })
  }
}
