import type { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import limiter from '@adonisjs/limiter/services/main'
import { DateTime } from 'luxon'
import { HubError } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import env from '#start/env'
import { addressKey } from './address_key.js'
import { readToken, tokenLifetimeMs, type FormPurpose, type FormToken } from './form_token.js'
import { isProof } from './proof_of_work.js'

export interface Stamp {
  token: FormToken
  /** Without proof of work, as from a browser without scripts: it waits behind the others. */
  isLow: boolean
  ageSeconds: number
}

const limits = {
  usual: [
    { requests: 6, duration: '10 minutes' },
    { requests: 30, duration: '1 day' },
  ],
  low: [
    { requests: 2, duration: '10 minutes' },
    { requests: 5, duration: '1 day' },
  ],
}

export const formKey = () => env.get('APP_KEY').release()
const tokenRefused = () => new HubError('E_FORM_TOKEN', 422, { field: 'formToken' })

/**
 * Reads the stamp of a form whose fields are right, and counts it for its address.
 * @throws E_FORM_TOKEN (422) where the token is forged, too old or another form's; E_TOO_MANY_REQUESTS (429)
 */
export async function readStamp(
  { request }: HttpContext,
  fields: { formToken: string; proof?: string },
  purpose: FormPurpose,
  videoId: string
): Promise<Stamp> {
  const nowMs = Date.now()
  const token = readToken(fields.formToken, { purpose, videoId, nowMs, key: formKey() })
  if (!token) throw tokenRefused()
  const isLow = !isProof(fields.formToken, fields.proof, token.difficultyBits)
  const sender = addressKey(request.ip(), todayInVietnam(new Date()), formKey())
  for (const limit of limits[isLow ? 'low' : 'usual']) {
    const key = `form:${isLow ? 'low' : 'usual'}:${limit.requests}:${sender}`
    await limiter.use('database', limit).consume(key)
  }
  return { token, isLow, ageSeconds: (nowMs - token.issuedAtMs) / 1000 }
}

/** A token sends one form, whichever server it comes to. In the transaction that keeps what was sent. */
export async function useToken(trx: TransactionClientContract, { id, issuedAtMs }: FormToken): Promise<void> {
  const row = {
    id,
    used_at: DateTime.utc().toISO(),
    expires_at: DateTime.fromMillis(issuedAtMs + tokenLifetimeMs)
      .toUTC()
      .toISO(),
  }
  const added = await trx
    .insertQuery()
    .table('used_form_tokens')
    .knexQuery.insert(row)
    .onConflict('id')
    .ignore()
    .returning('id')
  if (added.length === 0) throw tokenRefused()
}

/** How busy the forms are, by which the proof of work grows dearer. */
export async function formsOfLastTenMinutes(): Promise<number> {
  const since = DateTime.utc().minus({ minutes: 10 }).toISO()!
  const [row] = await db.from('used_form_tokens').where('used_at', '>', since).count('* as count')
  return Number(row.count)
}

/** Beyond their time tokens are refused by their date alone. */
export async function forgetUsedTokens(): Promise<void> {
  await db.from('used_form_tokens').where('expires_at', '<', DateTime.utc().toISO()!).delete()
}
