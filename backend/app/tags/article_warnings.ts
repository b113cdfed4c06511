import type { I18n } from '@adonisjs/i18n'
import { lawRecord } from '#app/laws/law_record'
import { structureOf } from '#app/laws/structure/law_structure'
import type Tag from './tag.js'

/** Ties to articles that the law does not have, as far as its structure has been loaded: a warning, for that may err too. */
export async function articleWarnings(tags: Pick<Tag, 'lawId' | 'article'>[], i18n: I18n) {
  const code = 'E_WARN_NO_SUCH_ARTICLE'
  const warnings: { code: string; message: string }[] = []
  for (const [lawId, own] of Map.groupBy(tags, (tag) => tag.lawId)) {
    const articles = new Set(
      (await structureOf(lawId)).filter(({ level }) => level === 'dieu').map(({ number }) => number)
    )
    const law = (await lawRecord()).byId.get(lawId)
    const missing = own.map(({ article }) => article).filter((one) => one !== null && !articles.has(one))
    if (!articles.size || !law) continue
    for (const number of new Set(missing))
      warnings.push({ code, message: i18n.t(`errors.${code}`, { law: law.number, number: number! }) })
  }
  return warnings
}
