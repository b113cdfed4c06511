import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function accountsRoutes() {
  router.post('auth/tokens', [controllers.accounts.Tokens, 'store'])
  router.delete('auth/tokens/current', [controllers.accounts.Tokens, 'destroyCurrent'])
  router.post('auth/session', [controllers.accounts.Sessions, 'store'])
  router.delete('auth/session', [controllers.accounts.Sessions, 'destroy'])
  router.get('auth/me', [controllers.accounts.Sessions, 'show'])
  router.put('auth/password', [controllers.accounts.Sessions, 'changePassword'])

  router.get('agencies', [controllers.accounts.Agencies, 'index'])
  router.get('agencies/:slug', [controllers.accounts.Agencies, 'show'])
  router.post('agencies', [controllers.accounts.Agencies, 'store'])
  router.patch('agencies/:slug', [controllers.accounts.Agencies, 'update'])

  router.get('admin/users', [controllers.accounts.Users, 'index'])
  router.post('admin/users', [controllers.accounts.Users, 'store'])
  router.patch('admin/users/:id', [controllers.accounts.Users, 'update'])
  router.post('admin/users/:id/password-reset', [controllers.accounts.Users, 'resetPassword'])
}
