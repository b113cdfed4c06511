import { createI18n, type I18n } from 'vue-i18n'
import type { Language } from './language.js'

/** The shape of the Vietnamese messages; English must fill all of it. */
export type Translated<Source> = {
  [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>
}

const catalogues = {
  vi: () => import('./messages_vi.js'),
  en: () => import('./messages_en.js'),
}

/**
 * Loads one language only: changing it reloads the page. Messages are interpreted, never compiled into
 * functions, so that the content security policy needs no `unsafe-eval`.
 */
export async function createTranslations(language: Language): Promise<I18n<any, any, any, string, false>> {
  const { messages } = await catalogues[language]()
  return createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: language,
    messages: { [language]: messages },
    missingWarn: import.meta.env.DEV,
    fallbackWarn: false,
    warnHtmlMessage: false,
  })
}
