import { BaseSchema } from '@adonisjs/lucid/schema'

/** Legal days are text, YYYY-MM-DD in Asia/Ho_Chi_Minh: they are not instants and must not be shifted. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('topics', (table) => {
      table.integer('id').primary() // the official order, 1 to 45
      table.string('slug', 120).notNullable().unique()
      table.string('name', 200).notNullable()
      table.string('name_en', 200).notNullable()
      table.string('official_uuid', 36).notNullable()
    })
    this.schema.createTable('subtopics', (table) => {
      table.string('id', 32).primary()
      table.integer('topic_id').notNullable().references('topics.id')
      table.integer('position').notNullable()
      table.string('name', 200).notNullable()
      table.string('name_en', 200).notNullable()
      table.text('skit_themes').notNullable().defaultTo('')
      table.unique(['topic_id', 'name'])
    })
    this.schema.createTable('laws', (table) => {
      table.string('id', 32).primary()
      table.string('slug', 120).notNullable().unique()
      table.string('kind', 40).notNullable()
      table.string('number', 80).notNullable()
      table.string('number_key', 80).notNullable().index() // folded: compared, never shown
      table.string('title', 500).notNullable()
      table.string('issuer', 200)
      table.string('issued_on', 10)
      table.string('effective_on', 10)
      table.string('expired_on', 10)
      table.string('stated_status', 40).notNullable()
      table.string('stated_source', 300)
      table.string('checked_on', 10)
      table.string('confidence', 10).notNullable()
      table.integer('topic_id').references('topics.id').index()
      table.boolean('is_stub').notNullable().defaultTo(false)
      table.timestamp('corrected_at', { useTz: true }) // by a person: an import asks before it overwrites
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
    })
    this.schema.createTable('law_relations', (table) => {
      table.string('id', 32).primary()
      table.string('source_law_id', 32).notNullable().references('laws.id').onDelete('CASCADE').index()
      table.string('target_law_id', 32).notNullable().references('laws.id').onDelete('CASCADE').index()
      table.string('relation', 40).notNullable()
      table.string('scope', 10) // whole, part, or unknown
      table.json('provisions')
      table.string('from_on', 10)
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.unique(['source_law_id', 'target_law_id', 'relation'])
    })
  }

  async down() {
    for (const name of ['law_relations', 'laws', 'subtopics', 'topics']) this.schema.dropTable(name)
  }
}
