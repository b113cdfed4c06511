import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract, type Extract } from 'tar-stream'
import { storage } from '#app/core/media_storage'
import env from '#start/env'
import { archiveVersion, keptFiles } from './backup.js'
import { databaseCopy } from './database_copy.js'

type ArchiveEntry = Extract extends AsyncIterable<infer Entry> ? Entry : never

/** A restore that was refused or cannot be: a sentence for the operator. */
export class RestoreError extends Error {}

/**
 * Puts an archive back into an empty place: nothing that exists is overwritten.
 *
 * @returns how many media files were put back
 */
export async function restore(from: string): Promise<number> {
  const database = databaseCopy()
  if (!(await database.isEmpty())) {
    throw new RestoreError(
      'The database here is not empty. Restore into a new DATA_DIR or an empty database.'
    )
  }
  await storage.ensureReady()
  const scratch = await mkdtemp(join(env.get('DATA_DIR'), 'restore-'))
  try {
    const archive = extract()
    const reading = pipeline(createReadStream(from), archive)
    reading.catch(() => {})
    const copy = join(scratch, database.name)
    let mediaCount = 0
    let hasDatabase = false
    for await (const entry of archive) {
      if (entry.header.name === 'manifest.json') await checkManifest(entry, database.name)
      else if (keptFiles.includes(entry.header.name)) await keep(entry)
      else if (entry.header.name === database.name) {
        await pipeline(entry, createWriteStream(copy, { mode: 0o600 }))
        hasDatabase = true
      } else if (entry.header.name.startsWith('media/')) {
        // The storage refuses keys that lead out of it
        await storage.put(entry.header.name.slice('media/'.length), Readable.from(entry), {
          sizeBytes: entry.header.size,
        })
        mediaCount++
      } else entry.resume()
    }
    await reading
    if (!hasDatabase)
      throw new RestoreError('The archive has no database in it: it is not one of ours, or not whole.')
    // Last, so that an interrupted restore leaves a place that is still empty and can be tried again
    await database.load(copy)
    return mediaCount
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function checkManifest(entry: ArchiveEntry, databaseName: string) {
  const { version, database } = JSON.parse(String(await buffer(entry)))
  if (version !== archiveVersion)
    throw new RestoreError(`The archive is of version ${version}; this hub reads ${archiveVersion}.`)
  if (database !== databaseName) {
    throw new RestoreError(
      `The archive holds ${database}, but this hub is set up for ${databaseName}: check DATABASE_URL.`
    )
  }
}

const keep = async (entry: ArchiveEntry) =>
  writeFile(join(env.get('DATA_DIR'), entry.header.name), await buffer(entry), { mode: 0o600 })
