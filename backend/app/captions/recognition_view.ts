import type { I18n } from '@adonisjs/i18n'
import type Recognition from './recognition.js'

/** How far speech recognition has come, and why it came to nothing. */
export function recognitionView({ lang, state, errorCode, askedAt }: Recognition, i18n: I18n) {
  const code = errorCode ?? 'E_RECOGNITION_FAILED'
  const error = state === 'failed' ? { code, message: i18n.t(`errors.${code}`) } : null
  return { lang, state, error, askedAt: askedAt.toISO() }
}
