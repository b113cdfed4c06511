import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data } from '#app/core/answers'
import { suggestionsFor } from '#app/search/suggestions'

const suggestionsValidator = vine.create({ q: vine.string().optional() })

/** What may be meant, while somebody types into a search field. */
export default class SuggestionsController {
  async index({ request, i18n }: HttpContext) {
    const { q = '' } = await request.validateUsing(suggestionsValidator)
    return data(await suggestionsFor(q, i18n.locale))
  }
}
