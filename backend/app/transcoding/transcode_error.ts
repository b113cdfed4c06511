import type { I18n } from '@adonisjs/i18n'
import type Transcode from '#app/videos/transcode'

/** Why a file could not be made into a video, as its producer is told. */
export function transcodeError({ errorCode }: Pick<Transcode, 'errorCode'>, i18n: I18n) {
  const code = errorCode ?? 'E_TRANSCODE_INTERNAL'
  const fallback = i18n.t('errors.E_TRANSCODE_INTERNAL')
  return { code, message: i18n.t(`errors.${code}`, undefined, fallback) }
}
