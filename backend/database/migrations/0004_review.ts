import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('tags', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE').index()
      table.string('law_id', 32).notNullable().references('laws.id').onDelete('RESTRICT').index()
      table.string('article', 12)
      table.string('clause', 12)
      table.string('point', 12)
      table.double('start_seconds')
      table.double('end_seconds')
      table.string('role', 12).notNullable()
      table.string('typed_text', 500)
      table.string('as_of', 10).notNullable()
      table.boolean('needs_check').notNullable().defaultTo(false)
      table.string('confirmed_by', 32).references('users.id')
      table.timestamp('confirmed_at', { useTz: true })
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
    })
    this.schema.createTable('consents', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE').index()
      table.string('revision_id', 32).references('revisions.id').onDelete('CASCADE') // none yet: given before the file
      table.boolean('nobody_identifiable').notNullable()
      table.json('people').notNullable()
      table.string('recorded_by', 32).notNullable().references('users.id')
      table.timestamp('recorded_at', { useTz: true }).notNullable()
    })
    // Append-only: who did what to a video, when and why
    this.schema.createTable('review_records', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE').index()
      table.string('actor_id', 32).references('users.id')
      table.string('action', 40).notNullable()
      table.string('from_status', 20)
      table.string('to_status', 20)
      table.text('reason')
      table.double('at_seconds')
      table.timestamp('at', { useTz: true }).notNullable()
    })
  }

  async down() {
    for (const name of ['review_records', 'consents', 'tags']) this.schema.dropTable(name)
  }
}
