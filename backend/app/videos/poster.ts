import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { posterName } from '@hub/transcoder'
import { storage } from '#app/core/media_storage'
import Revision from './revision.js'

/**
 * Makes a file of the private tree the poster, and copies it first where the tree is public. With the video's row locked.
 * @returns the name of the file that it replaces
 */
export async function showPoster(
  trx: TransactionClientContract,
  revision: Revision,
  name: string,
  atSeconds: number | null
): Promise<string | null> {
  const old = revision.files?.poster ?? null
  if (revision.isPublic && name !== old && name !== posterName)
    await storage.copy(revision.privatePrefix + name, revision.publicPrefix + name)
  const files = { ...revision.files!, poster: name }
  await revision
    .useTransaction(trx)
    .merge({ files, posterAtSeconds: atSeconds, posterRequest: null, posterState: null })
    .save()
  return old === name ? null : old
}

/** After the commit. The one that was chosen for the video stays, to be gone back to. */
export async function forgetPoster(revision: Revision, name: string | null): Promise<void> {
  if (!name || name === posterName) return
  await storage.delete(revision.publicPrefix + name)
  await storage.delete(revision.privatePrefix + name)
}

/** To be called in the transaction that makes the tree public: the poster may have changed while it was being copied. */
export async function publishPoster(trx: TransactionClientContract, revisionId: string): Promise<void> {
  const revision = await Revision.findOrFail(revisionId, { client: trx })
  const name = revision.files?.poster
  if (name && name !== posterName)
    await storage.copy(revision.privatePrefix + name, revision.publicPrefix + name)
}
