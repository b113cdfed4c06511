import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * One inverted index that both databases read alike (docs/adr, 15): what is known of a video as terms, which say by their
 * form what they are (backend/app/search/terms.ts). Rows and terms are written by the application; videos that have no
 * entry are indexed by the next worker that starts. The former index over the columns of search_documents goes.
 */
export default class extends BaseSchema {
  async up() {
    // What lists of hits need, in narrow rows: a common word is in most of them
    this.schema.createTable('search_entries', (table) => {
      table.increments('id')
      table.string('video_id', 32).notNullable().unique().references('videos.id').onDelete('CASCADE')
      table.text('title').notNullable()
      table.text('title_exact').notNullable()
      table.text('facets').notNullable()
    })
    const statements = this.db.dialect.name === 'postgres' ? postgres : sqlite
    for (const statement of statements) this.schema.raw(statement)
    this.schema.alterTable('videos', (table) => {
      table.index(['id', 'status', 'historical_since'], 'videos_listed')
    })
  }

  async down() {
    this.schema.alterTable('videos', (table) => table.dropIndex([], 'videos_listed'))
    this.schema.raw('DROP TABLE search_terms')
    this.schema.dropTable('search_entries')
  }
}

// Texts beyond a few words are kept apart from the rows, so that looking through many of them reads little
const postgres = [
  'ALTER TABLE search_documents DROP COLUMN IF EXISTS words',
  `CREATE TABLE search_terms (
    id integer PRIMARY KEY REFERENCES search_entries (id) ON DELETE CASCADE,
    terms tsvector NOT NULL
  ) WITH (toast_tuple_target = 128)`,
  'CREATE INDEX search_terms_terms ON search_terms USING gin (terms)',
  'ALTER TABLE search_terms ALTER COLUMN terms SET STATISTICS 500',
]

// Without a copy of the text: what is found is a row of search_entries
const sqlite = [
  'DROP TRIGGER IF EXISTS search_documents_added',
  'DROP TRIGGER IF EXISTS search_documents_removed',
  'DROP TRIGGER IF EXISTS search_documents_changed',
  'DROP TABLE IF EXISTS search_index',
  `CREATE VIRTUAL TABLE search_terms USING fts5(terms, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '_'")`,
  `CREATE TRIGGER search_entries_removed AFTER DELETE ON search_entries
    BEGIN DELETE FROM search_terms WHERE rowid = old.id; END`,
]
