import { BaseSchema } from '@adonisjs/lucid/schema'

/** What tells of the past: the database itself lets it neither be changed nor be taken away while its video is there. */
const appendOnly = ['review_records', 'consents', 'consent_withdrawals', 'deleted_videos']
/** These go with their video, whose own trace is kept in deleted_videos. */
const goWithVideo = ['review_records', 'consents', 'consent_withdrawals']

/** Officers, signed forms, withdrawn consent, notices; and records that can only grow. */
export default class extends BaseSchema {
  async up() {
    // Without foreign keys: SQLite would have to make the table anew; accounts are locked, never deleted
    this.schema.alterTable('agencies', (table) => {
      table.string('officer_id', 32)
      table.string('deputy_id', 32)
    })
    this.schema.alterTable('review_records', (table) => {
      table.string('detail', 300) // whom or what it concerned: a person's name, a file's
      table.index(['at', 'id'])
    })
    this.schema.createTable('consent_forms', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE')
      table.string('person_id', 40).notNullable()
      table.string('filename', 200).notNullable()
      table.string('media_type', 40).notNullable()
      table.integer('size_bytes').notNullable()
      table.string('sha256', 64).notNullable()
      table.string('uploaded_by', 32).notNullable().references('users.id')
      table.timestamp('uploaded_at', { useTz: true }).notNullable()
      table.timestamp('removed_at', { useTz: true }) // replaced or deleted: the file itself is gone
      table.index(['video_id', 'person_id'])
    })
    this.schema.createTable('consent_withdrawals', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE').index()
      table.string('person_id', 40).notNullable()
      table.string('person_name', 120).notNullable()
      table.string('withdrawn_on', 10).notNullable() // the legal day on which the person said so
      table.string('channel', 20).notNullable()
      table.text('reason').notNullable()
      table.string('recorded_by', 32).notNullable().references('users.id')
      table.timestamp('recorded_at', { useTz: true }).notNullable()
    })
    this.schema.createTable('deleted_videos', (table) => {
      table.string('id', 32).primary() // the video's
      table.string('title', 300).notNullable()
      table.string('status', 20).notNullable()
      table.json('record').notNullable() // its lines, as they are exported
      table.string('deleted_by', 32) // null: the machine, or a command of the operator
      table.string('deleted_by_name', 120)
      table.timestamp('deleted_at', { useTz: true }).notNullable().index()
    })
    this.schema.createTable('notices', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id').onDelete('CASCADE')
      table.string('kind', 40).notNullable()
      table.string('key', 160).notNullable() // what it is about: nobody is told of the same twice
      table.string('video_id', 32).references('videos.id').onDelete('CASCADE').index()
      table.json('params').notNullable()
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('read_at', { useTz: true })
      table.unique(['user_id', 'key'])
      table.index(['user_id', 'read_at', 'created_at'])
    })
    this.defer(async (db) => {
      if (db.dialect.name === 'postgres') await guardOnPostgres((sql) => db.rawQuery(sql))
      else await guardOnSqlite((sql) => db.rawQuery(sql))
    })
  }

  async down() {
    this.defer(async (db) => {
      const isPostgres = db.dialect.name === 'postgres'
      for (const table of appendOnly) {
        for (const what of ['update', 'delete', 'truncate']) {
          const name = `${table}_no_${what}`
          if (isPostgres) await db.rawQuery(`drop trigger if exists ${name} on ${table}`)
          else await db.rawQuery(`drop trigger if exists ${name}`)
        }
      }
      if (isPostgres) await db.rawQuery('drop function if exists hub_append_only() cascade')
    })
    for (const name of ['notices', 'deleted_videos', 'consent_withdrawals', 'consent_forms'])
      this.schema.dropTable(name)
    this.schema.alterTable('review_records', (table) => {
      table.dropIndex(['at', 'id'])
      table.dropColumn('detail')
    })
    this.schema.alterTable('agencies', (table) => table.dropColumns('officer_id', 'deputy_id'))
  }
}

type Run = (sql: string) => Promise<unknown>

const isKept = (table: string) =>
  goWithVideo.includes(table) ? ' when (exists (select 1 from videos where id = old.video_id))' : ''

async function guardOnSqlite(run: Run) {
  for (const table of appendOnly) {
    const refuse = `begin select raise(abort, '${table} can only grow'); end`
    await run(`create trigger ${table}_no_update before update on ${table} ${refuse}`)
    await run(`create trigger ${table}_no_delete before delete on ${table}${isKept(table)} ${refuse}`)
  }
}

/** A trigger's condition may not look into another table there: the function does. */
async function guardOnPostgres(run: Run) {
  await run(`
    create function hub_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and tg_argv[0] = 'with video' then
        if not exists (select 1 from videos where id = old.video_id) then return old; end if;
      end if;
      raise exception '% can only grow', tg_table_name;
    end $$`)
  for (const table of appendOnly) {
    const argument = goWithVideo.includes(table) ? `'with video'` : `'never'`
    const each = (what: string) =>
      `create trigger ${table}_no_${what} before ${what} on ${table} for each row execute function hub_append_only(${argument})`
    await run(each('update'))
    await run(each('delete'))
    await run(
      `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function hub_append_only('never')`
    )
  }
}
