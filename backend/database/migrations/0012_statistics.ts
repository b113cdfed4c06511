import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Counters only, by day or month: nothing in these tables belongs to one person, and nothing leads back to one. Months
 * are text, YYYY-MM in Asia/Ho_Chi_Minh.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('video_views', (table) => {
      table.bigInteger('watched_seconds').notNullable().defaultTo(0)
    })
    this.schema.alterTable('video_views', (table) => {
      table.index('day')
    })
    // Of a revision: another file is another picture, with another curve
    this.schema.createTable('revision_viewings', (table) => {
      table.string('revision_id', 32).notNullable().references('revisions.id').onDelete('CASCADE')
      table.string('month', 7).notNullable()
      table.integer('count').notNullable()
      table.primary(['revision_id', 'month'])
    })
    this.schema.createTable('revision_parts', (table) => {
      table.string('revision_id', 32).notNullable().references('revisions.id').onDelete('CASCADE')
      table.string('month', 7).notNullable()
      table.smallint('part').notNullable() // 0 to 49: a fiftieth of the duration
      table.integer('count').notNullable() // viewings in which some of it was watched
      table.primary(['revision_id', 'month', 'part'])
    })
    this.schema.createTable('embed_hosts', (table) => {
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE')
      table.string('month', 7).notNullable()
      table.string('host', 100).notNullable() // empty: those beyond the number that is kept apart
      table.integer('count').notNullable()
      table.primary(['video_id', 'month', 'host'])
    })
    this.schema.createTable('unfound_searches', (table) => {
      table.string('month', 7).notNullable()
      table.string('query', 80).notNullable() // folded
      table.string('written', 80).notNullable() // in lower case with its marks, as it was typed first
      table.integer('count').notNullable()
      table.primary(['month', 'query'])
    })
  }

  async down() {
    for (const name of ['unfound_searches', 'embed_hosts', 'revision_parts', 'revision_viewings']) {
      this.schema.dropTable(name)
    }
    this.schema.alterTable('video_views', (table) => table.dropIndex('day'))
    this.schema.alterTable('video_views', (table) => table.dropColumn('watched_seconds'))
  }
}
