import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('agencies', (table) => {
      table.string('id', 32).primary()
      table.string('slug', 120).notNullable().unique()
      table.string('name', 200).notNullable()
      table.string('responsible_name', 120)
      table.string('responsible_phone', 40)
      table.string('responsible_email', 254)
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
    })
    this.schema.createTable('users', (table) => {
      table.string('id', 32).primary()
      table.string('email', 254).notNullable().unique()
      table.string('full_name', 120).notNullable()
      table.string('password', 255).notNullable()
      table.string('role', 20).notNullable()
      table.string('agency_id', 32).references('agencies.id').onDelete('RESTRICT')
      table.timestamp('disabled_at', { useTz: true })
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
    })
    // The shapes of the next three are the framework's
    this.schema.createTable('auth_access_tokens', (table) => {
      table.increments('id')
      table.string('tokenable_id', 32).notNullable().references('users.id').onDelete('CASCADE')
      table.string('type').notNullable()
      table.string('name')
      table.string('hash').notNullable()
      table.text('abilities').notNullable()
      table.timestamp('created_at', { useTz: true })
      table.timestamp('updated_at', { useTz: true })
      table.timestamp('last_used_at', { useTz: true })
      table.timestamp('expires_at', { useTz: true })
    })
    this.schema.createTable('sessions', (table) => {
      table.string('id', 64).primary()
      table.text('data').notNullable()
      table.string('user_id', 32).index()
      table.timestamp('expires_at', { useTz: true }).notNullable().index()
    })
    this.schema.createTable('rate_limits', (table) => {
      table.string('key', 255).primary()
      table.integer('points').notNullable().defaultTo(0)
      table.bigInteger('expire')
    })
    this.schema.createTable('settings', (table) => {
      table.string('key', 60).primary()
      table.json('value').notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
    })
  }

  async down() {
    for (const name of ['settings', 'rate_limits', 'sessions', 'auth_access_tokens', 'users', 'agencies']) {
      this.schema.dropTable(name)
    }
  }
}
