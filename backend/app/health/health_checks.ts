import db from '@adonisjs/lucid/services/db'
import queue from '#app/jobs/service'
import { storage } from '#app/core/media_storage'
import { transcodeJob } from '#app/transcoding/start_transcode'

export interface Check {
  name: 'database' | 'storage' | 'queue'
  ok: boolean
  /** For operators; the public answer says only which part it is. */
  error?: unknown
}

/** A write, a read and a delete: often enough to notice, seldom enough not to matter. */
const storageEveryMs = 10_000
let lastStorage: { at: number; check: Promise<void> } | undefined

const checks: Record<Check['name'], () => Promise<unknown>> = {
  database: () => db.rawQuery('select 1'),
  storage() {
    if (!lastStorage || Date.now() - lastStorage.at > storageEveryMs) {
      lastStorage = { at: Date.now(), check: storage.ensureReady().then(() => storage.check()) }
    }
    return lastStorage.check
  },
  queue: () => queue.counts(transcodeJob),
}

export function runChecks(): Promise<Check[]> {
  return Promise.all(
    Object.entries(checks).map(async ([name, check]): Promise<Check> => {
      try {
        await check()
        return { name: name as Check['name'], ok: true }
      } catch (error) {
        return { name: name as Check['name'], ok: false, error }
      }
    })
  )
}
