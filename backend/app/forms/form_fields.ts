import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { HubError } from '#app/core/hub_error'
import { cleanLine, cleanText } from './clean_text.js'

const most = 32 * 1024

/** A form as a browser without scripts sends it, which no body parser is set up to read. */
export const isPlainForm = ({ request }: Pick<HttpContext, 'request'>) =>
  (request.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')

/** The fields of a form, sent as JSON by the site or plainly by a browser without scripts; empty ones are left out. */
export async function sentFields(ctx: HttpContext): Promise<Record<string, unknown>> {
  if (!isPlainForm(ctx)) return ctx.request.all()
  const parts: Buffer[] = []
  let length = 0
  for await (const part of ctx.request.request) {
    length += part.length
    if (length > most) throw new HubError('E_BODY_TOO_LARGE', 413)
    parts.push(part)
  }
  const fields = new URLSearchParams(Buffer.concat(parts).toString('utf8').replaceAll('%00', ''))
  return Object.fromEntries([...fields].filter(([, value]) => value !== ''))
}

/** What every form carries besides its own: spread into its validator. `website` is the field that people do not see. */
export const formFields = {
  formToken: vine.string().maxLength(200),
  proof: vine.string().maxLength(15).optional(),
  website: vine.string().maxLength(300).optional(),
}

/** Text of several lines, counted as it will be kept. */
export const writtenText = (mostLetters: number) =>
  vine.string().parse(clean(cleanText)).minLength(1).maxLength(mostLetters)

export const writtenLine = (mostLetters: number) =>
  vine.string().parse(clean(cleanLine)).maxLength(mostLetters)

const clean = (by: (text: string) => string) => (value: unknown) =>
  typeof value === 'string' ? by(value.slice(0, 20_000)) : value

export const atSecondsField = vine.number().min(0).max(1_000_000).optional()
