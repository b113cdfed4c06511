import { execFile } from 'node:child_process'
import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import queue from '#app/jobs/service'
import { ownCommand } from '#app/captions/own_command'
import { storage } from '#app/core/media_storage'
import { readInstant } from '#app/core/columns'
import { transcodeJob } from '#app/transcoding/start_transcode'
import { findProgram } from './find_program.js'
import env from '#start/env'

const run = promisify(execFile)

export interface Finding {
  part: string
  /** A warning does not keep the hub from working. */
  state: 'ok' | 'warning' | 'failed'
  found: string
  /** What to do about it. */
  advice?: string
}

type Examination = () => Promise<Omit<Finding, 'part'>>

const ok = (found: string) => ({ state: 'ok' as const, found })
const warning = (found: string, advice: string) => ({ state: 'warning' as const, found, advice })
const failed = (found: string, advice: string) => ({ state: 'failed' as const, found, advice })

const neededEncoders = ['libx264', 'aac']
const neededFilters = ['zscale', 'tonemap', 'bwdif']

const examinations: Record<string, Examination> = {
  async ffmpeg() {
    const { stdout: version } = await run('ffmpeg', ['-hide_banner', '-version'])
    const { stdout: encoders } = await run('ffmpeg', ['-hide_banner', '-encoders'])
    const { stdout: filters } = await run('ffmpeg', ['-hide_banner', '-filters'])
    const missing = [
      ...neededEncoders.filter((name) => !new RegExp(`\\s${name}\\s`).test(encoders)),
      ...neededFilters.filter((name) => !new RegExp(`\\s${name}\\s`).test(filters)),
    ]
    if (missing.length)
      return failed(
        `lacks ${missing.join(', ')}`,
        `Install the system's full ffmpeg package (apt-get install ffmpeg).`
      )
    return ok(version.split('\n')[0]!.replace(/ Copyright.*/, ''))
  },

  async database() {
    await db.rawQuery('select 1')
    const { rows } = env.get('DATABASE_URL') ? await db.rawQuery('show server_version') : { rows: [] }
    return ok(rows[0] ? `PostgreSQL ${rows[0].server_version}` : `SQLite in ${env.get('DATA_DIR')}`)
  },

  async storage() {
    await storage.ensureReady()
    await storage.check()
    return ok(`${storage.driver}: written, read in part, deleted`)
  },

  async disk() {
    const { bavail, blocks, bsize } = await statfs(env.get('DATA_DIR'))
    const free = bavail * bsize
    const found = `${gib(free)} of ${gib(blocks * bsize)} GiB free in DATA_DIR`
    const advice =
      'Make room, or move DATA_DIR to a larger disk: a transcode needs about twice the size of its source.'
    if (free < 1024 ** 3) return failed(found, advice)
    return free < 10 * 1024 ** 3 ? warning(found, advice) : ok(found)
  },

  async clock() {
    const { rows } = env.get('DATABASE_URL') ? await db.rawQuery('select now() as now') : { rows: [] }
    const skewSeconds = rows[0] ? Math.abs(Date.now() - readInstant(rows[0].now).toMillis()) / 1000 : 0
    const found = `${new Date().toISOString()}, ${skewSeconds.toFixed(1)} s beside the database's`
    const advice = `Set the clock by NTP (timedatectl set-ntp true): leases and S3 signatures depend on it.`
    if (Date.now() < Date.UTC(2026, 0)) return failed(found, advice)
    return skewSeconds > 5 ? failed(found, advice) : ok(found)
  },

  async queue() {
    const { waiting, running, failed: given } = await queue.counts(transcodeJob)
    const found = `${waiting} waiting, ${running} running, ${given} given up`
    const worker = await db.from('workers').orderBy('last_seen_at', 'desc').first()
    const silentMs = worker ? Date.now() - readInstant(worker.last_seen_at).toMillis() : Infinity
    if (silentMs > 60_000)
      return warning(`${found}; no worker is running`, 'Start one: npm start, or npm run worker.')
    return ok(found)
  },

  async captions() {
    const command = ownCommand()
    if (!command) return ok('no CAPTION_COMMAND: captions are written by people')
    const path = await findProgram(command[0])
    if (path) return ok(path)
    return failed(
      `CAPTION_COMMAND: ${command[0]} is not here, or may not be run`,
      'Install it, or write its whole path; here and on every machine that runs a worker.'
    )
  },

  async secrets() {
    const { mode } = await stat(join(env.get('DATA_DIR'), 'secrets.json'))
    if (mode & 0o077)
      return warning(
        'secrets.json can be read by others',
        `chmod 600 ${join(env.get('DATA_DIR'), 'secrets.json')}`
      )
    return ok('secrets.json is readable by its owner alone')
  },
}

const gib = (bytes: number) => (bytes / 1024 ** 3).toFixed(1)

const advices: Record<string, string> = {
  ffmpeg: 'Install it: apt-get install ffmpeg',
  database: 'Check DATABASE_URL and that the server runs; for SQLite, that DATA_DIR may be written to.',
  storage:
    'Check STORAGE and the S3_… settings (endpoint, bucket, keys), and that the bucket may be written to.',
  queue: 'Run the migrations: npm start does, or npm run ace -- migration:run --force',
}

/** Looks at everything that the hub stands on, or at some parts of it. */
export function examine(parts = Object.keys(examinations)): Promise<Finding[]> {
  return Promise.all(
    parts.map(async (part): Promise<Finding> => {
      try {
        return { part, ...(await examinations[part]!()) }
      } catch (error) {
        return { part, state: 'failed', found: (error as Error).message, advice: advices[part] }
      }
    })
  )
}
