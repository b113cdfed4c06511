import type { ApiClient } from '@japa/api-client'
import type User from '#app/accounts/user'
import { as } from './requests.js'

/** A reason for which nobody asks further. */
export const reason = { source: 'Công báo', checkedOn: '2026-11-20' }

export const preview = (client: ApiClient, user: User | null, input: object) =>
  as(user, client.post('/api/v1/law-changes/preview').json({ ...reason, ...input }))

/** Previews and then saves what was shown. */
export async function save(client: ApiClient, user: User, input: object) {
  const shown = await preview(client, user, input)
  shown.assertStatus(200)
  const { fingerprint } = shown.body().data
  return as(user, client.post('/api/v1/law-changes').json({ ...reason, ...input, fingerprint }))
}

export const undo = (client: ApiClient, user: User | null, id: string) =>
  as(user, client.post(`/api/v1/law-changes/${id}/undo`).json({}))
