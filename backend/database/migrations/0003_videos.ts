import { BaseSchema } from '@adonisjs/lucid/schema'

/** A revision owns the state of its processing; a video owns its editorial state (docs/architecture.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('videos', (table) => {
      table.string('id', 32).primary()
      table.string('slug', 160).notNullable().unique()
      table.string('title', 300).notNullable()
      table.text('description').notNullable().defaultTo('')
      table.json('audiences').notNullable()
      table.string('owner_id', 32).notNullable().references('users.id').index()
      table.string('agency_id', 32).references('agencies.id').index()
      table.string('status', 20).notNullable().index()
      table.string('current_revision_id', 32) // what viewers see, or will see
      table.string('pending_revision_id', 32) // a replacement that is being made or reviewed
      table.text('search_text').notNullable().defaultTo('') // folded title, description and captions
      table.integer('view_count').notNullable().defaultTo(0)
      table.timestamp('published_at', { useTz: true }).index()
      table.timestamp('submitted_at', { useTz: true })
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('updated_at', { useTz: true }).notNullable()
    })
    this.schema.createTable('revisions', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE')
      table.integer('number').notNullable()
      table.string('source_key', 300).notNullable()
      table.string('source_filename', 300).notNullable()
      table.bigInteger('source_size_bytes').notNullable()
      table.double('duration_seconds')
      table.integer('width')
      table.integer('height')
      table.string('orientation', 12)
      table.boolean('has_audio').notNullable().defaultTo(false)
      table.string('tree', 32) // the attempt whose output stands under private/
      table.json('files') // names by kind: playlist, poster, storyboard, download, audio
      table.boolean('is_public').notNullable().defaultTo(false) // the tree under public/ is whole
      table.timestamp('received_at', { useTz: true }).notNullable()
      table.timestamp('first_playable_at', { useTz: true })
      table.timestamp('completed_at', { useTz: true })
      table.unique(['video_id', 'number'])
    })
    this.schema.createTable('transcodes', (table) => {
      table.string('id', 32).primary()
      table.string('revision_id', 32).notNullable().references('revisions.id').onDelete('CASCADE').index()
      table.string('job_id', 64)
      table.string('state', 20).notNullable().index() // queued, running, succeeded, failed, cancelled
      table.integer('attempt').notNullable().defaultTo(0)
      table.double('progress').notNullable().defaultTo(0)
      table.string('error_code', 60)
      table.text('error_detail') // for operators; what people read comes from the code
      table.json('decisions')
      table.timestamp('enqueued_at', { useTz: true }).notNullable()
      table.timestamp('started_at', { useTz: true })
      table.timestamp('finished_at', { useTz: true })
    })
    this.schema.createTable('renditions', (table) => {
      table.string('id', 32).primary()
      table.string('revision_id', 32).notNullable().references('revisions.id').onDelete('CASCADE').index()
      table.string('name', 40).notNullable()
      table.string('kind', 10).notNullable()
      table.integer('width')
      table.integer('height')
      table.double('frame_rate')
      table.string('codecs', 80).notNullable()
      table.integer('bandwidth_bps').notNullable()
      table.integer('average_bandwidth_bps').notNullable()
      table.unique(['revision_id', 'name'])
    })
    this.schema.createTable('video_topics', (table) => {
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE')
      table.integer('topic_id').notNullable().references('topics.id').index()
      table.primary(['video_id', 'topic_id'])
    })
    this.schema.createTable('caption_tracks', (table) => {
      table.string('id', 32).primary()
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE')
      table.string('lang', 12).notNullable()
      table.string('label', 80).notNullable()
      table.string('kind', 12).notNullable()
      table.text('web_vtt').notNullable()
      table.boolean('needs_check').notNullable().defaultTo(false)
      table.timestamp('updated_at', { useTz: true }).notNullable()
      table.unique(['video_id', 'lang'])
    })
    this.schema.createTable('uploads', (table) => {
      table.string('id', 64).primary() // the tus upload's id
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE').index()
      table.string('user_id', 32).notNullable().references('users.id')
      table.string('filename', 300).notNullable()
      table.bigInteger('size_bytes').notNullable()
      table.timestamp('created_at', { useTz: true }).notNullable()
      table.timestamp('expires_at', { useTz: true }).notNullable().index()
      table.timestamp('completed_at', { useTz: true })
    })
    this.schema.createTable('video_views', (table) => {
      table.string('video_id', 32).notNullable().references('videos.id').onDelete('CASCADE')
      table.string('day', 10).notNullable()
      table.integer('count').notNullable()
      table.primary(['video_id', 'day'])
    })
  }

  async down() {
    const names = [
      'video_views',
      'uploads',
      'caption_tracks',
      'video_topics',
      'renditions',
      'transcodes',
      'revisions',
      'videos',
    ]
    for (const name of names) this.schema.dropTable(name)
  }
}
