import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What follows for videos when a law changes. A task is one row for ever per law, subject (a video, or `law` for the
 * document itself) and cause: it is opened, decided, closed and opened again, never doubled. Decisions are append-only.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('validity_tasks', (table) => {
      table.string('id', 32).primary()
      table.string('law_id', 32).notNullable().references('laws.id').onDelete('RESTRICT')
      table.string('video_id', 32).references('videos.id').onDelete('CASCADE').index()
      table.string('subject', 32).notNullable() // the video's id, or 'law'
      table.string('cause_key', 500).notNullable()
      table.string('kind', 20).notNullable()
      table.string('since', 10) // the legal day on which the cause began to act
      table.json('because').notNullable()
      table.json('successor_ids').notNullable()
      table.json('tag_ids').notNullable()
      table.string('state', 10).notNullable()
      table.string('close_reason', 20)
      table.timestamp('opened_at', { useTz: true }).notNullable()
      table.timestamp('settled_at', { useTz: true }) // decided or closed
      table.unique(['law_id', 'subject', 'cause_key'])
      table.index(['state', 'kind'])
    })
    this.schema.createTable('validity_decisions', (table) => {
      table.string('id', 32).primary()
      table.string('task_id', 32).notNullable().references('validity_tasks.id').onDelete('CASCADE').index()
      table.string('decision', 20).notNullable()
      table.text('note') // for viewers where the decision is `note`; else the reason, for the record
      table.json('tag_ids').notNullable()
      table.json('changes').notNullable() // what was changed, as it was before and after
      table.string('undoes_id', 32).references('validity_decisions.id').onDelete('CASCADE')
      table.string('decided_by', 32).notNullable().references('users.id')
      table.timestamp('decided_at', { useTz: true }).notNullable()
    })
    this.schema.createTable('validity_runs', (table) => {
      table.string('id', 32).primary()
      table.string('day', 10).notNullable()
      table.integer('opened').notNullable()
      table.integer('closed').notNullable()
      table.timestamp('finished_at', { useTz: true }).notNullable().index()
    })
    this.schema.alterTable('videos', (table) => {
      table.timestamp('historical_since', { useTz: true }).index() // shown as history only
    })
    this.schema.alterTable('law_relations', (table) => {
      table.timestamp('corrected_at', { useTz: true }) // by a person: an import keeps it
    })
  }

  async down() {
    this.schema.alterTable('law_relations', (table) => table.dropColumn('corrected_at'))
    this.schema.alterTable('videos', (table) => table.dropColumn('historical_since'))
    for (const name of ['validity_runs', 'validity_decisions', 'validity_tasks']) this.schema.dropTable(name)
  }
}
