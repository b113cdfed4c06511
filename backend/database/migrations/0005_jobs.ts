import { BaseSchema } from '@adonisjs/lucid/schema'

/** The leased table of the SQLite driver (on PostgreSQL the queue keeps its own schema), and the workers' heartbeats. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('jobs', (table) => {
      table.string('id', 32).primary()
      table.string('name', 60).notNullable()
      table.json('payload').notNullable()
      table.string('state', 12).notNullable() // waiting, running, giving_up, succeeded, failed, cancelled
      table.integer('priority').notNullable().defaultTo(0)
      table.string('fairness_key', 32).notNullable()
      table.integer('attempt').notNullable().defaultTo(0)
      table.integer('attempts_limit').notNullable()
      table.bigInteger('run_at_ms').notNullable()
      table.string('lease_token', 32) // a new one per attempt: an old holder's words count for nothing
      table.bigInteger('lease_until_ms')
      table.text('last_error')
      table.bigInteger('created_at_ms').notNullable()
      table.bigInteger('started_at_ms') // of the last attempt: the fairness key served longest ago goes first
      table.bigInteger('finished_at_ms').index()
      table.index(['name', 'state', 'run_at_ms'])
      table.index(['name', 'fairness_key', 'started_at_ms'])
    })
    this.schema.createTable('workers', (table) => {
      table.string('id', 80).primary()
      table.timestamp('started_at', { useTz: true }).notNullable()
      table.timestamp('last_seen_at', { useTz: true }).notNullable()
    })
  }

  async down() {
    this.schema.dropTable('workers')
    this.schema.dropTable('jobs')
  }
}
