import { createI18n, type I18n } from 'vue-i18n'
import type { Language } from './language.js'

/** The shape of the Vietnamese messages; English must fill all of it. */
export type Translated<Source> = {
  [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>
}

export type Translations = I18n<any, any, any, string, false>

const catalogues = {
  vi: () => import('./messages_vi.js'),
  en: () => import('./messages_en.js'),
}
const deskCatalogues = {
  vi: () => import('./desk_messages_vi.js'),
  en: () => import('./desk_messages_en.js'),
}

/**
 * Loads one language only: changing it reloads the page. Messages are interpreted, never compiled into
 * functions, so that the content security policy needs no `unsafe-eval`.
 */
export async function createTranslations(language: Language): Promise<Translations> {
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

/** Adds what people with an account read besides; to be awaited before anything is shown to them. */
export async function addDeskMessages(translations: Translations, language: Language): Promise<void> {
  const { messages } = await deskCatalogues[language]()
  translations.global.mergeLocaleMessage(language, messages)
}
