import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Emitter } from '@adonisjs/core/events'
import { Logger } from '@adonisjs/core/logger'
import type { ApplicationService } from '@adonisjs/core/types'
import { Database } from '@adonisjs/lucid/database'
import type { DatabaseConfig } from '@adonisjs/lucid/types/database'
import { makeTransactionsHonest } from '../../../backend/app/core/honest_transactions.js'
import type { JobQueue, Report } from '../../../backend/app/jobs/queue.js'
import type { Timing } from '../../../backend/app/jobs/timing.js'

/** Where a trial's database is: of the suite's process and of its workers alike. */
export interface Place {
  folder: string
  /** PostgreSQL's address; without it, SQLite in the folder */
  url?: string
  timing: Partial<Timing>
}

export interface OpenQueue {
  queue: JobQueue
  database: Database
  close(): Promise<void>
}

interface SqliteConnection {
  prepare(sql: string): unknown
  pragma(statement: string): unknown
}

/** A short patience for locks, so that a database that stays locked is felt within a trial. */
function openSqlite(connection: SqliteConnection, done: (error: Error | null, connection: unknown) => void) {
  connection.pragma('journal_mode = WAL')
  connection.pragma('busy_timeout = 1000')
  const prepare = connection.prepare.bind(connection)
  connection.prepare = (sql) => prepare(/^BEGIN;?$/i.test(sql) ? 'BEGIN IMMEDIATE' : sql)
  done(null, connection)
}

function databaseConfig({ folder, url }: Place): DatabaseConfig {
  if (url) {
    const connection = {
      client: 'pg' as const,
      connection: { connectionString: url },
      pool: { min: 0, max: 5 },
    }
    return { connection: 'trial', connections: { trial: connection } }
  }
  mkdirSync(folder, { recursive: true })
  const connection = {
    client: 'better-sqlite3' as const,
    connection: { filename: join(folder, 'trial.sqlite3') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: openSqlite },
  }
  return { connection: 'trial', connections: { trial: connection } }
}

/** Opens the queue as the application does, but without the application. */
export async function openQueue(place: Place, report: Report): Promise<OpenQueue> {
  makeTransactionsHonest()
  const emitter = new Emitter({} as ApplicationService)
  const database = new Database(databaseConfig(place), new Logger({ enabled: false }), emitter)
  const queue = await makeQueue(place, database, report)
  const close = async () => {
    await queue.close()
    await database.manager.closeAll()
  }
  return { queue, database, close }
}

async function makeQueue(
  { url, folder, timing }: Place,
  database: Database,
  report: Report
): Promise<JobQueue> {
  if (url) {
    const { PostgresQueue } = await import('../../../backend/app/jobs/postgres/postgres_queue.js')
    return new PostgresQueue({ database, url, report, timing })
  }
  const { SqliteQueue } = await import('../../../backend/app/jobs/sqlite/sqlite_queue.js')
  return new SqliteQueue({ database, folder: join(folder, 'run'), report, timing })
}
