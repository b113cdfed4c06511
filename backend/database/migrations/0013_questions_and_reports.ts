import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What viewers without an account send in: questions under a video and reports about one. No address is kept, codes only
 * as digests. The records of both can only grow; those of questions go with their video, those of reports stay.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('used_form_tokens', (table) => {
      table.string('id', 32).primary()
      table.timestamp('used_at', { useTz: true }).notNullable().index()
      table.timestamp('expires_at', { useTz: true }).notNullable().index()
    })
    this.schema.createTable('questions', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE')
      table.string('code_hash', 64).notNullable().unique()
      table.text('text').notNullable()
      table.string('text_key', 64).notNullable() // a digest of its folded words: the same text again
      table.string('asker_name', 80)
      table.float('at_seconds')
      table.string('state', 12).notNullable()
      table.boolean('is_low').notNullable() // sent without proof of work: looked at after the others
      table.json('suspicions').notNullable()
      table.text('answer')
      table.string('answered_by', 32).references('users.id')
      table.timestamp('answered_at', { useTz: true })
      table.timestamp('published_at', { useTz: true })
      table.text('rejection') // the reason, as the asker reads it
      table.timestamp('redacted_at', { useTz: true }) // personal data was taken out of the text
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
      table.index(['video_id', 'state', 'published_at'])
      table.index(['state', 'is_low', 'created_at'])
      table.index(['text_key', 'created_at'])
    })
    this.schema.createTable('question_citations', (table) => {
      table.string('id', 32).primary()
      table.string('question_id', 32).notNullable().references('questions.id').onDelete('CASCADE').index()
      table.integer('position').notNullable()
      table.string('law_id', 32).notNullable().references('laws.id').onDelete('RESTRICT').index()
      table.string('article', 12)
      table.string('clause', 12)
      table.string('point', 12)
      table.string('typed_text', 500)
      table.string('as_of', 10).notNullable()
    })
    this.schema.createTable('question_records', (table) => {
      table.string('id', 32).primary()
      table.string('question_id', 32).notNullable().references('questions.id').onDelete('CASCADE').index()
      table.string('video_id', 32).notNullable()
      this.step(table)
    })
    this.schema.createTable('reports', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).references('videos.id').onDelete('SET NULL').index()
      table.string('video_title', 300).notNullable() // a demand outlives what it demanded to have deleted
      table.string('code_hash', 64).notNullable().unique()
      table.string('reason', 20).notNullable()
      table.text('text').notNullable()
      table.string('text_key', 64).notNullable().index()
      table.string('contact', 200) // erased some days after closing
      table.string('relation', 20)
      table.float('at_seconds')
      table.string('citation', 500)
      table.string('law_id', 32).references('laws.id').onDelete('SET NULL')
      table.string('state', 12).notNullable()
      table.boolean('is_low').notNullable()
      table.json('suspicions').notNullable()
      table.timestamp('due_at', { useTz: true }).notNullable()
      table.string('taken_by', 32).references('users.id')
      table.text('outcome') // what was done or why nothing was, as the reporter reads it
      table.timestamp('closed_at', { useTz: true })
      table.timestamp('contact_erased_at', { useTz: true })
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
      table.index(['state', 'due_at'])
    })
    this.schema.createTable('report_records', (table) => {
      table.string('id', 32).primary()
      table.string('report_id', 32).notNullable().references('reports.id').onDelete('RESTRICT').index()
      this.step(table)
    })
    this.defer(async (db) => {
      const isPostgres = db.dialect.name === 'postgres'
      for (const sql of isPostgres ? onPostgres() : onSqlite()) await db.rawQuery(sql)
    })
  }

  private step(table: Parameters<Parameters<typeof this.schema.createTable>[1]>[0]) {
    table.string('actor_id', 32).references('users.id') // null: the machine, or the asker
    table.string('step', 12).notNullable()
    table.string('from_state', 12)
    table.string('to_state', 12).notNullable()
    table.text('reason')
    table.timestamp('at', { useTz: true }).notNullable()
  }

  async down() {
    this.defer(async (db) => {
      const isPostgres = db.dialect.name === 'postgres'
      for (const table of ['question_records', 'report_records']) {
        for (const what of ['update', 'delete', 'truncate']) {
          await db.rawQuery(`drop trigger if exists ${table}_no_${what}${isPostgres ? ` on ${table}` : ''}`)
        }
      }
    })
    for (const name of [
      'report_records',
      'reports',
      'question_records',
      'question_citations',
      'questions',
      'used_form_tokens',
    ])
      this.schema.dropTable(name)
  }
}

function onSqlite(): string[] {
  const guard = (table: string, what: string, when = '') =>
    `create trigger ${table}_no_${what} before ${what} on ${table}${when} begin select raise(abort, '${table} can only grow'); end`
  return [
    guard('question_records', 'update'),
    guard('question_records', 'delete', ' when (exists (select 1 from videos where id = old.video_id))'),
    guard('report_records', 'update'),
    guard('report_records', 'delete'),
  ]
}

/** The function is that of the records of videos (0011). */
function onPostgres(): string[] {
  const tables = { question_records: 'with video', report_records: 'never' }
  return Object.entries(tables).flatMap(([table, argument]) => [
    ...['update', 'delete'].map(
      (what) =>
        `create trigger ${table}_no_${what} before ${what} on ${table} for each row execute function hub_append_only('${argument}')`
    ),
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function hub_append_only('never')`,
  ])
}
