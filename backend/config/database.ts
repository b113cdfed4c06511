import { join } from 'node:path'
import { defineConfig } from '@adonisjs/lucid'
import { makeTransactionsHonest } from '#app/core/honest_transactions'
import env from '#start/env'

makeTransactionsHonest()

const url = env.get('DATABASE_URL')
const migrations = { naturalSort: true, paths: ['database/migrations'] }

interface SqliteConnection {
  prepare(sql: string): unknown
  pragma(statement: string): unknown
}

/**
 * Knex opens a transaction with a plain BEGIN, which takes the write lock only at the first write: of two processes
 * that read and then write, one fails at once, whatever the timeout. BEGIN IMMEDIATE waits for its turn instead.
 */
function openSqlite(connection: SqliteConnection, done: (error: Error | null, connection: unknown) => void) {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = NORMAL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 10000')
  // 64 MiB of pages: the default of 2 MiB is less than one search of a large hub looks at
  connection.pragma('cache_size = -65536')
  const prepare = connection.prepare.bind(connection)
  connection.prepare = (sql) => prepare(/^BEGIN;?$/i.test(sql) ? 'BEGIN IMMEDIATE' : sql)
  done(null, connection)
}

export default defineConfig({
  connection: url ? 'postgres' : 'sqlite',
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: join(env.get('DATA_DIR'), 'hub.sqlite3') },
      useNullAsDefault: true,
      // One connection a process: SQLite has one writer, and a second one here would wait for the first for ever
      pool: { min: 1, max: 1, afterCreate: openSqlite, acquireTimeoutMillis: 20_000 },
      migrations,
      schemaGeneration: { enabled: false },
    },
    postgres: {
      client: 'pg',
      connection: url ? { connectionString: url } : {},
      pool: { min: 0, max: 10 },
      migrations,
      schemaGeneration: { enabled: false },
    },
  },
})
