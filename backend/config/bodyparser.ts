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
  // Captions come in any code, so that their controller reads the bytes itself
  raw: { types: [] },
  multipart: { autoProcess: false, types: [] },
})
