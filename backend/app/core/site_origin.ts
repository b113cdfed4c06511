import { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import env from '#start/env'

/** APP_URL where it is set; else the address by which the caller reached us, so that a fresh installation needs no setting. */
export function siteOrigin(): string {
  if (env.get('APP_URL')) return appUrl
  const request = HttpContext.get()?.request
  const host = request?.host()
  return host ? `${request!.protocol()}://${host}` : appUrl
}
