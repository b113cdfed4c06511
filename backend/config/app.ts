import { defineConfig } from '@adonisjs/core/http'
import env from '#start/env'

/** The site's own address: from APP_URL, else what this machine answers to. */
export const appUrl = (env.get('APP_URL') ?? `http://localhost:${env.get('PORT')}`).replace(/\/$/, '')

/** Cookies may insist on TLS only where the operator says that the site has it. */
export const servedOverTls = appUrl.startsWith('https://')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: true,
  // Behind a proxy (TRUST_PROXY=true) addresses come from X-Forwarded-For; otherwise the header is hearsay
  trustProxy: () => env.get('TRUST_PROXY') ?? false,
  cookie: { domain: '', path: '/', maxAge: '2h', httpOnly: true, secure: servedOverTls, sameSite: 'lax' },
})
