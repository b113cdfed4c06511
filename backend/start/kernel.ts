import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#app/core/exception_handler'))

// For every answer, also those that no route gives
server.use([
  () => import('#app/core/middleware/security_headers_middleware'),
  () => import('#app/pages/frontend_files_middleware'),
  () => import('#app/core/middleware/language_middleware'),
  () => import('@adonisjs/cors/cors_middleware'),
  () => import('#app/core/middleware/public_reading_middleware'),
])

// For every route, in this order: who is calling must be known before their calls are counted
router.use([
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('#app/core/middleware/cookie_session_middleware'),
  () => import('#app/accounts/actor_middleware'),
  () => import('#app/core/middleware/rate_limit_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('#app/core/middleware/refuse_nul_middleware'),
])
