import type { I18n } from '@adonisjs/i18n'

type Values = Record<string, string | number>

/**
 * What was decided while a video was made, in the reader's language. What is stored is of any age: sentences of
 * earlier versions are shown as they are, codes of later ones by themselves.
 */
export function decisionViews(stored: unknown, i18n: I18n): { code: string; message: string }[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((decision: unknown) => {
    if (typeof decision === 'string') return { code: 'text', message: decision }
    if (!isDecision(decision)) return []
    const { code, values } = decision
    const key = code === 'not_copied' ? `${code}.${values.reason}` : code
    return { code, message: i18n.t(`decisions.${key}`, readable(values, i18n), key) }
  })
}

function isDecision(decision: unknown): decision is { code: string; values: Values } {
  const { code, values } = (decision ?? {}) as { code?: unknown; values?: unknown }
  return typeof code === 'string' && typeof values === 'object' && values !== null
}

/** Renditions by the names that people know, numbers as they are written in the language. */
function readable(values: Values, i18n: I18n): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name === 'rendition' || name === 'above') return [name, renditionName(String(value), i18n)]
      // ICU's plural wants the number itself
      const isFigure = typeof value === 'number' && name !== 'segments'
      return [name, isFigure ? i18n.formatNumber(value, { maximumFractionDigits: 2 }) : value]
    })
  )
}

function renditionName(name: string, i18n: I18n): string {
  const side = /^v(\d+)$/.exec(name)?.[1]
  if (side) return i18n.t('decisions.rendition.picture', { side })
  const language = /^audio-(.+)$/.exec(name)?.[1]
  return language ? i18n.t('decisions.rendition.sound_in', { language }) : i18n.t('decisions.rendition.sound')
}
