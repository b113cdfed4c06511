import { defineConfig, stores } from '@adonisjs/session'
import { servedOverTls } from '#config/app'

export const sessionCookieName = 'hub_session'

/** Sessions live in the database, so that every server knows them and an administrator can end them. */
export default defineConfig({
  enabled: true,
  cookieName: sessionCookieName,
  clearWithBrowser: false,
  age: '12h',
  cookie: { path: '/', httpOnly: true, secure: servedOverTls, sameSite: 'lax' },
  store: 'database',
  stores: { database: stores.database({ tableName: 'sessions' }) },
})
