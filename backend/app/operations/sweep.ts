import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { storage } from '#app/core/media_storage'
import { forgetUsedTokens } from '#app/forms/receive_form'
import { eraseSpam } from '#app/questions/erase_spam'
import { eraseContacts } from '#app/reports/erase_contacts'
import ConsentForm from '#app/review/consent_form'
import { forgetUnfoundSearches } from '#app/statistics/unfound_search'
import { tusStore } from '#app/uploads/tus_server'
import { uploadLifetimeDays } from '#app/uploads/upload_limits'
import Upload from '#app/uploads/upload'
import Revision from '#app/videos/revision'
import env from '#start/env'

export interface Swept {
  uploads: number
  mediaFiles: number
  scratchFolders: number
}

/** Nothing younger is touched: it may belong to somebody who is at work. */
const settledHours = 24
const settledBefore = () => DateTime.utc().minus({ hours: settledHours }).toJSDate()

/** Removes what nobody will come back for: uploads past their time, media of what was deleted, left-over scratch. */
export async function sweep(): Promise<Swept> {
  // Temporary files and open multipart uploads of writers that died; those of unfinished uploads are younger than this
  await storage.removeUnfinished(
    DateTime.utc()
      .minus({ days: uploadLifetimeDays + 1 })
      .toJSDate()
  )
  return {
    uploads: await sweepUploads(),
    mediaFiles: (await sweepMedia()) + (await sweepOrphanedUploads()),
    scratchFolders: await sweepScratch(),
  }
}

async function sweepUploads(): Promise<number> {
  const expired = await Upload.query()
    .whereNull('completedAt')
    .where('expiresAt', '<', DateTime.utc().toISO()!)
  for (const upload of expired) {
    // Bytes that are gone already are no reason to keep the row
    await tusStore.remove(upload.storageKey).catch((error) => {
      if (error?.status_code !== 404 && error?.status_code !== 410) throw error
    })
    await upload.delete()
  }
  return expired.length
}

/** What was sent for videos that have been deleted since, with the notes that the tus store keeps beside the bytes. */
async function sweepOrphanedUploads(): Promise<number> {
  const known = new Set((await Upload.query().select('id')).map(({ storageKey }) => storageKey))
  for (const { sourceKey } of await Revision.query().select('sourceKey')) known.add(sourceKey)
  let deleted = 0
  for await (const { key, lastModified } of storage.list('uploads/')) {
    if (known.has(key.replace(/\..*$/, '')) || lastModified > settledBefore()) continue
    await storage.delete(key)
    deleted++
  }
  return deleted
}

/** Trees whose revision is gone, and public ones that are not public any more (a crash between the row and the files). */
async function sweepMedia(): Promise<number> {
  const revisions = new Map(
    (await Revision.query().select('id', 'isPublic')).map(({ id, isPublic }) => [id, isPublic])
  )
  const before = settledBefore()
  let deleted = 0
  for (const root of ['private', 'public'] as const) {
    for await (const { key, lastModified } of storage.list(`${root}/videos/`)) {
      const revisionId = key.split('/')[3]!
      const isOwned = root === 'public' ? revisions.get(revisionId) === true : revisions.has(revisionId)
      if (isOwned || lastModified > before) continue
      await storage.delete(key)
      deleted++
    }
  }
  return deleted + (await sweepForms(before))
}

/** Signed forms that no row names: their video has been deleted, or whoever sent them was cut off. */
async function sweepForms(before: Date): Promise<number> {
  const forms = await ConsentForm.query().whereNull('removedAt')
  const known = new Set(forms.map(({ storageKey }) => storageKey))
  let deleted = 0
  for await (const { key, lastModified } of storage.list('private/consents/')) {
    if (known.has(key) || lastModified > before) continue
    await storage.delete(key)
    deleted++
  }
  return deleted
}

async function sweepScratch(): Promise<number> {
  let deleted = 0
  for (const name of ['scratch', 'tmp']) {
    const folder = join(env.get('DATA_DIR'), name)
    for (const entry of await readdir(folder).catch(() => [])) {
      const path = join(folder, entry)
      const { mtimeMs } = await stat(path)
      if (Date.now() - mtimeMs < settledHours * 3_600_000) continue
      await rm(path, { recursive: true, force: true })
      deleted++
    }
  }
  return deleted
}

/** Rows that only matter for a while, and what people left of themselves in them (forms, questions, reports). */
export async function forgetOldRows(): Promise<void> {
  await db.from('sessions').where('expires_at', '<', new Date()).delete()
  await db.from('rate_limits').where('expire', '<', Date.now()).delete()
  await forgetUnfoundSearches()
  await forgetUsedTokens()
  await eraseSpam()
  await eraseContacts()
}
