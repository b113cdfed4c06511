import { defineConfig } from '@adonisjs/shield'

/** Only the guard against forged requests: the other headers differ between pages, embeds and media, and are set there. */
const loginRoute = '/api/v1/auth/session'

export default defineConfig({
  csp: { enabled: false, directives: {}, reportOnly: false },
  csrf: {
    enabled: true,
    // A login has no session to protect yet; it is guarded by its origin (accounts/sessions_controller.ts)
    exceptRoutes: ({ request, route }) => request.method() === 'POST' && route?.pattern === loginRoute,
    enableXsrfCookie: true,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: false },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
})
