import { changedFields, type RecordRow } from '#app/laws/changes/states'
import type { LawRecord } from '#app/laws/law_record'
import { provisionText, type Provision } from '#app/laws/provision'
import type Topic from '#app/topics/topic'

/** Where the names of documents are read: the record before a change knows some, the one after it others. */
export interface RowContext {
  records: LawRecord[]
  topics: ReadonlyMap<number, Topic>
  language: string
}

/** Written by the machine itself, or told in other words. */
const hidden = ['slug', 'isCorrected', 'sourceLawId', 'targetLawId', 'relation']

/** One document, relation or structure with what was and what is to be, as text. */
export function rowView(row: RecordRow, context: RowContext) {
  const action = !row.before ? 'added' : !row.after ? 'removed' : 'changed'
  const relation = row.what === 'relation' ? (row.after ?? row.before) : null
  const state = row.what === 'law' ? (row.after ?? row.before) : null
  const fields = changedFields(row.before, row.after)
    .filter((name) => !hidden.includes(name))
    .map((name) => ({
      name: name === 'topicId' ? 'topic' : name,
      before: textOf(name, row.before, context),
      after: textOf(name, row.after, context),
    }))
  return {
    id: row.id,
    what: row.what,
    action: action as 'added' | 'changed' | 'removed',
    law: state
      ? { id: row.id, number: state.number, title: state.title, slug: state.slug }
      : mentionOf(relation ? relation.sourceLawId : row.id, context),
    relation: relation?.relation ?? null,
    otherLaw: relation ? mentionOf(relation.targetLawId, context) : null,
    fields: fields.filter(({ before, after }) => before !== after),
  }
}

export type RowView = ReturnType<typeof rowView>

export function mentionOf(id: string, { records }: Pick<RowContext, 'records'>) {
  const law = records.map((record) => record.byId.get(id)).find((one) => one !== undefined)
  return law
    ? { id: law.id, number: law.number, title: law.title, slug: law.slug }
    : { id, number: '', title: '', slug: '' }
}

function textOf(name: string, state: object | null, { topics, language }: RowContext): string | null {
  const value = (state as Record<string, unknown> | null)?.[name] ?? null
  if (value === null) return null
  if (name === 'topicId') {
    const topic = topics.get(value as number)
    return topic ? (language === 'en' ? topic.nameEn : topic.name) : null
  }
  if (name === 'provisions') return (value as Provision[]).map(provisionText).join('; ')
  if (name === 'elements') {
    const articles = (value as { level: string }[]).filter(({ level }) => level === 'dieu')
    return String(articles.length)
  }
  return String(value)
}
