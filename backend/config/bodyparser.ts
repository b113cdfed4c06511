import { defineConfig } from '@adonisjs/core/bodyparser'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  json: {
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    types: ['application/json'],
    limit: '1mb',
  },
  form: { convertEmptyStringsToNull: true, types: [] },
  // Captions are sent as they are; a caption file of a long film stays well below this
  raw: { types: ['text/*', 'application/x-subrip'], limit: '2mb' },
  multipart: { autoProcess: false, types: [] },
})
