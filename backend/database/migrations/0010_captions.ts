import { BaseSchema } from '@adonisjs/lucid/schema'

/** Captions made by a machine and checked by people, speech recognition on request, and the shape of the sound. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('caption_tracks', (table) => {
      table.boolean('is_machine_made').notNullable().defaultTo(false)
      table.string('checked_by_id', 32) // who has read it against the sound, as it stands
      table.timestamp('checked_at', { useTz: true })
    })
    this.schema.createTable('recognitions', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE')
      table.string('lang', 12).notNullable()
      table.string('revision_id', 32).notNullable()
      table.string('job_id', 64)
      table.string('state', 10).notNullable() // waiting, running, failed; the row goes when the track is there
      table.string('error_code', 60)
      table.string('asked_by_id', 32).notNullable()
      table.timestamp('asked_at', { useTz: true }).notNullable()
      table.unique(['video_id', 'lang'])
    })
    this.schema.createTable('waveforms', (table) => {
      table.string('revision_id', 32).primary().references('revisions.id').onDelete('CASCADE')
      table.string('state', 10).notNullable() // making, ready, failed
      table.text('peaks') // base64 of one byte for each twentieth of a second
      table.timestamp('asked_at', { useTz: true }).notNullable()
    })
  }

  async down() {
    this.schema.dropTable('waveforms')
    this.schema.dropTable('recognitions')
    this.schema.alterTable('caption_tracks', (table) => {
      table.dropColumns('is_machine_made', 'checked_by_id', 'checked_at')
    })
  }
}
