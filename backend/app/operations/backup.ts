import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack, type Pack } from 'tar-stream'
import { storage } from '#app/core/media_storage'
import env from '#start/env'
import { databaseCopy } from './database_copy.js'

/** Files of DATA_DIR that are not media, and are kept. */
export const keptFiles = ['secrets.json', 'demo.json']
export const archiveVersion = 1

export interface BackupReport {
  path: string
  mediaCount: number
  sizeBytes: number
}

/**
 * Writes database, secrets and media into one tar file, while the site goes on. The database is copied first: media that
 * come later are not known to it, and what it knows is already there.
 *
 * @param to the archive's path; it appears there only when it is whole
 */
export async function backUp(to: string): Promise<BackupReport> {
  const path = resolve(to)
  const unfinished = `${path}.unfinished`
  const scratch = await mkdtemp(join(env.get('DATA_DIR'), 'backup-'))
  try {
    const database = databaseCopy()
    await database.save(join(scratch, database.name))
    const archive = pack()
    const written = pipeline(archive, createWriteStream(unfinished, { mode: 0o600 }))
    // Should the disk fill up, the writing fails first and the packing would wait for ever
    const mediaCount = await Promise.race([fill(archive, scratch, database.name), written.then(() => 0)])
    await written
    await rename(unfinished, path)
    return { path, mediaCount, sizeBytes: (await stat(path)).size }
  } finally {
    await rm(scratch, { recursive: true, force: true })
    await rm(unfinished, { force: true })
  }
}

async function fill(archive: Pack, scratch: string, databaseName: string): Promise<number> {
  const manifest = { version: archiveVersion, createdAt: new Date().toISOString(), database: databaseName }
  archive.entry({ name: 'manifest.json' }, JSON.stringify(manifest))
  for (const name of keptFiles) {
    const content = await readFile(join(env.get('DATA_DIR'), name)).catch(() => null)
    if (content) archive.entry({ name, mode: 0o600 }, content)
  }
  const database = join(scratch, databaseName)
  await add(archive, databaseName, (await stat(database)).size, createReadStream(database))
  let mediaCount = 0
  for (const prefix of ['uploads/', 'private/', 'public/']) {
    for await (const { key } of storage.list(prefix)) {
      const { info, stream } = await storage.get(key)
      await add(archive, `media/${key}`, info.sizeBytes, stream)
      mediaCount++
    }
  }
  archive.finalize()
  return mediaCount
}

const add = (archive: Pack, name: string, size: number, from: Readable) =>
  pipeline(from, archive.entry({ name, size }))
