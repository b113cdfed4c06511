import { defineConfig } from '@adonisjs/cors'

/** Published things may be read from any site; nothing that needs a cookie may. */
export default defineConfig({
  enabled: true,
  origin: '*',
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  headers: true,
  exposeHeaders: [
    'Content-Length',
    'Content-Range',
    'Location',
    'Retry-After',
    'Tus-Extension',
    'Tus-Max-Size',
    'Tus-Resumable',
    'Tus-Version',
    'Upload-Expires',
    'Upload-Length',
    'Upload-Offset',
  ],
  credentials: false,
  maxAge: 86_400,
})
