import type { Database } from '@adonisjs/lucid/database'
import Jobs from '../../../backend/database/migrations/0005_jobs.js'

/** The queue's own table, which only SQLite's driver needs, and the table that shows what was done. */
export async function createTables(database: Database) {
  const client = database.connection()
  if (client.dialect.name === 'better-sqlite3') await new Jobs(client, '0005_jobs', false).execUp()
  await client.schema.dropTableIfExists('job_effects')
  await client.schema.createTable('job_effects', (table) => {
    table.increments('id')
    table.string('job_id', 40).notNullable()
    table.integer('attempt').notNullable()
    table.string('note', 20).notNullable()
    table.integer('pid').notNullable()
  })
}

export async function dropTables(database: Database) {
  await database.connection().schema.dropTable('job_effects')
}
