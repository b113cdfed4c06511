import { BaseSchema } from '@adonisjs/lucid/schema'

const fields = ['title', 'laws', 'topics', 'description', 'captions']
const columns = fields.join(', ')

/**
 * What is said in and of a video, as syllables: folded (without diacritics) for finding, exact for ranking. Each database
 * keeps its own inverted index over the folded columns: FTS5 beside the table, or a generated tsvector in it.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('search_documents', (table) => {
      // FTS5 knows a row by this number: the video's id is text, and a rowid of its own may change in a VACUUM
      table.increments('id')
      table.string('video_id', 32).notNullable().unique().references('videos.id').onDelete('CASCADE')
      for (const field of fields) {
        table.text(field).notNullable()
        table.text(`${field}_exact`).notNullable()
      }
    })
    if (this.db.dialect.name === 'postgres') this.schema.raw(postgresIndex).raw(postgresLookup)
    else for (const statement of sqliteIndex) this.schema.raw(statement)
  }

  async down() {
    if (this.db.dialect.name !== 'postgres') this.schema.raw('DROP TABLE search_index')
    this.schema.dropTable('search_documents')
  }
}

// Weights A to D, the title first; 'simple' neither stems nor drops words
const weights = { title: 'A', laws: 'B', topics: 'B', description: 'C', captions: 'D' }
const vector = Object.entries(weights)
  .map(([field, weight]) => `setweight(to_tsvector('simple', ${field}), '${weight}')`)
  .join(' || ')

const postgresIndex = `ALTER TABLE search_documents ADD COLUMN words tsvector GENERATED ALWAYS AS (${vector}) STORED`
const postgresLookup = 'CREATE INDEX search_documents_words ON search_documents USING gin (words)'

// The index keeps no copy of the text; these keep it in step, also when a video's row is deleted in cascade
const remove = `INSERT INTO search_index (search_index, rowid, ${columns})
  VALUES ('delete', old.id, ${fields.map((field) => `old.${field}`).join(', ')});`
const add = `INSERT INTO search_index (rowid, ${columns})
  VALUES (new.id, ${fields.map((field) => `new.${field}`).join(', ')});`

const sqliteIndex = [
  `CREATE VIRTUAL TABLE search_index USING fts5(${columns}, content = 'search_documents', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 0')`,
  `CREATE TRIGGER search_documents_added AFTER INSERT ON search_documents BEGIN ${add} END`,
  `CREATE TRIGGER search_documents_removed AFTER DELETE ON search_documents BEGIN ${remove} END`,
  `CREATE TRIGGER search_documents_changed AFTER UPDATE ON search_documents BEGIN ${remove} ${add} END`,
]
