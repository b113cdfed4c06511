import { BaseSchema } from '@adonisjs/lucid/schema'

/** A revision's poster may be a picture that a person chose. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('revisions', (table) => {
      table.double('poster_at_seconds') // whose picture is shown; null for the one that was chosen for them
      table.string('poster_request', 32) // the last wish; only its answer counts
      table.string('poster_state', 10) // making, failed; null where the last wish has been met
    })
  }

  async down() {
    this.schema.alterTable('revisions', (table) => {
      table.dropColumns('poster_at_seconds', 'poster_request', 'poster_state')
    })
  }
}
