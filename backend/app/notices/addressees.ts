import Agency from '#app/accounts/agency'
import User from '#app/accounts/user'
import type Video from '#app/videos/video'
import type { Addressee } from './notice_kinds.js'

/**
 * The accounts behind these words: the owner; the officers of the video's agency, or, where it has none who can act,
 * all editors. Nobody whose account is locked.
 */
export async function addressees(
  video: Pick<Video, 'ownerId' | 'agencyId'> | null,
  to: readonly Addressee[]
): Promise<string[]> {
  const ids: string[] = []
  if (video && to.includes('owner')) ids.push(video.ownerId)
  if (to.includes('officers')) ids.push(...(await officersFor(video?.agencyId ?? null)))
  const open = await User.query().whereIn('id', ids).whereNull('disabledAt').select('id')
  return open.map(({ id }) => id)
}

async function officersFor(agencyId: string | null): Promise<string[]> {
  const agency = agencyId ? await Agency.find(agencyId) : null
  const editors = User.query()
    .whereIn('role', ['editor', 'administrator'])
    .whereNull('disabledAt')
    .select('id')
  const named = agency?.officerIds ?? []
  const able = named.length ? await editors.clone().whereIn('id', named) : []
  return (able.length ? able : await editors).map(({ id }) => id)
}
