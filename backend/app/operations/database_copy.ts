import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'

const run = promisify(execFile)

/** One consistent copy of the database, whichever it is, to and from a file. */
export interface DatabaseCopy {
  /** Its name in an archive; a copy goes back only into a database of its own kind. */
  readonly name: 'database.sqlite3' | 'database.pgdump'
  isEmpty(): Promise<boolean>
  save(file: string): Promise<void>
  load(file: string): Promise<void>
}

class SqliteCopy implements DatabaseCopy {
  readonly name = 'database.sqlite3'
  #file = join(env.get('DATA_DIR'), 'hub.sqlite3')

  async isEmpty() {
    if (!existsSync(this.#file)) return true
    const [{ count }] = await db.rawQuery(`select count(*) as count from sqlite_master where name = 'users'`)
    return count === 0
  }

  /** VACUUM INTO reads one snapshot while others go on writing. */
  async save(file: string) {
    await rm(file, { force: true })
    await db.rawQuery('vacuum into ?', [file])
  }

  async load(file: string) {
    await db.manager.closeAll()
    for (const suffix of ['', '-wal', '-shm']) await rm(this.#file + suffix, { force: true })
    await copyFile(file, this.#file)
  }
}

class PostgresCopy implements DatabaseCopy {
  readonly name = 'database.pgdump'
  constructor(private url: string) {}

  async isEmpty() {
    const { rows } = await db.rawQuery(`select to_regclass('public.users') is null as empty`)
    return rows[0].empty
  }

  async save(file: string) {
    await run('pg_dump', [
      '--format=custom',
      '--no-owner',
      '--no-privileges',
      '--file',
      file,
      '--dbname',
      this.url,
    ])
  }

  async load(file: string) {
    await db.manager.closeAll()
    await run('pg_restore', ['--no-owner', '--no-privileges', '--exit-on-error', '--dbname', this.url, file])
  }
}

export function databaseCopy(): DatabaseCopy {
  const url = env.get('DATABASE_URL')
  return url ? new PostgresCopy(url) : new SqliteCopy()
}
