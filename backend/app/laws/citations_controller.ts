import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data } from '#app/core/answers'
import { asOfField, dayOf } from './as_of.js'
import { parseCitations } from './citations/parse_citations.js'
import { lawRecord } from './law_record.js'

// The text is taken as it was sent, white space and all: the answer's offsets count in it
const parseValidator = vine.create({ ...asOfField, text: vine.string().maxLength(300_000) })

export default class CitationsController {
  async parse({ request }: HttpContext) {
    const { text, asOf } = await request.validateUsing(parseValidator)
    const day = dayOf({ asOf })
    const { citationIndex } = await lawRecord()
    return data(parseCitations(text, citationIndex, { asOf: day }))
  }
}
