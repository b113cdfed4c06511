import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { backendDir, dataDir } from './environment.mjs'

const requireOfBackend = createRequire(join(backendDir, 'package.json'))

/**
 * What the database already has, so that a warm start need not boot the console to find out.
 * @returns {Promise<{migrations: string[], laws: number, users: string[]}>} base names, a count, addresses
 */
export async function readDatabaseState() {
  const database = process.env.DATABASE_URL ? await openPostgres() : openSqlite()
  if (!database) return { migrations: [], laws: 0, users: [] }
  try {
    const migrations = await database.column('select name as value from adonis_schema')
    const laws = await database.column('select count(*) as value from laws')
    const users = await database.column('select email as value from users')
    return { migrations: migrations.map((name) => name.split('/').pop()), laws: Number(laws[0] ?? 0), users }
  } finally {
    await database.close()
  }
}

function openSqlite() {
  const file = join(dataDir(), 'hub.sqlite3')
  if (!existsSync(file)) return undefined
  const Database = requireOfBackend('better-sqlite3')
  const database = new Database(file)
  return {
    column: async (sql) =>
      orNothing(/no such table/, () =>
        database
          .prepare(sql)
          .all()
          .map((row) => row.value)
      ),
    close: async () => database.close(),
  }
}

async function openPostgres() {
  const { Client } = requireOfBackend('pg')
  const client = new Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 10_000 })
  await client.connect()
  return {
    column: (sql) =>
      orNothing(/does not exist/, async () => (await client.query(sql)).rows.map((row) => row.value)),
    close: () => client.end(),
  }
}

/** A table that is not there yet has no rows. */
async function orNothing(missing, query) {
  try {
    return await query()
  } catch (error) {
    if (missing.test(error.message)) return []
    throw error
  }
}
