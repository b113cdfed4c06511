import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import { RequestValidator } from '@adonisjs/core/http'

/** The language of sentences in answers: `Accept-Language`, else Vietnamese. */
export default class LanguageMiddleware {
  static {
    RequestValidator.messagesProvider = (ctx) => ctx.i18n.createMessagesProvider()
  }

  handle(ctx: HttpContext, next: NextFn) {
    const wanted = ctx.request.language(i18nManager.supportedLocales())
    ctx.i18n = i18nManager.locale(wanted ?? i18nManager.defaultLocale)
    ctx.response.vary('Accept-Language')
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    i18n: I18n
  }
}
