import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What was done to the record of laws, by whom and from which source: append-only. A row of a change is one document,
 * relation or structure, as it was before and after, so that a whole change can be taken back. It outlives what it tells
 * of, and therefore refers to laws without foreign keys.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('law_changes', (table) => {
      table.string('id', 32).primary()
      table.integer('sequence').notNullable().unique() // the order of the changes, from 1
      table.string('kind', 10).notNullable() // edit, import, structure, undo
      table.string('source', 300).notNullable()
      table.string('checked_on', 10).notNullable()
      table.text('note')
      table.string('undoes_id', 32).references('law_changes.id').index()
      table.string('changed_by', 32).references('users.id') // null: a command of the operator
      table.timestamp('changed_at', { useTz: true }).notNullable()
    })
    this.schema.createTable('law_change_rows', (table) => {
      table.string('id', 32).primary()
      table.string('change_id', 32).notNullable().references('law_changes.id').index()
      table.integer('position').notNullable()
      table.string('what', 10).notNullable() // law, relation, structure
      table.string('row_id', 32).notNullable().index() // of the document (also for a structure) or the relation
      table.string('law_id', 32).notNullable().index() // of a relation, its source
      table.string('other_law_id', 32).index() // of a relation, its target
      table.json('before') // null: it was not there
      table.json('after') // null: it is no longer there
    })
    this.schema.createTable('law_structures', (table) => {
      table.string('law_id', 32).primary().references('laws.id').onDelete('CASCADE')
      table.json('elements').notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
    })
  }

  async down() {
    for (const name of ['law_structures', 'law_change_rows', 'law_changes']) this.schema.dropTable(name)
  }
}
