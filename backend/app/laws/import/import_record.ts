import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { HubErrors } from '#app/core/hub_error'
import { Draft } from '../changes/draft.js'
import { keepChange } from '../changes/keep_change.js'
import { removedByPeople } from '../changes/removed.js'
import type LawChange from '../changes/law_change.js'
import Law from '../law.js'
import LawRelation from '../law_relation.js'
import { addStubs, importLaws, type ImportSource } from './import_laws.js'
import { importRelations } from './import_relations.js'
import { importTopics } from './import_topics.js'
import { tallyOf } from './imported_row.js'
import { readLaws } from './read_laws.js'
import { readRelations, stubsFor } from './read_relations.js'
import { readSubtopics, readTopics } from './read_topics.js'
import type { Tally } from './tally.js'
import { requireRows } from './tsv.js'

export interface ImportSummary {
  topics: Tally
  laws: Tally
  relations: Tally
}

export interface ImportedRecord {
  summary: ImportSummary
  /** Of which others are to be told after the commit (`tellOfChange`); null where nothing changed. */
  change: LawChange | null
}

/**
 * Brings topics.tsv, subtopics.tsv, laws.tsv and relations.tsv of a folder (source.json says where they come from) into
 * the record, all or nothing. Safe to repeat: what is the same is left alone, what a person corrected is kept.
 */
export async function importRecord(folder: string, trx: TransactionClientContract): Promise<ImportedRecord> {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const source = JSON.parse(await read('source.json')) as ImportSource
  const topics = requireRows(readTopics(await read('topics.tsv')))
  const topicIds = new Map(topics.map(({ slug, no }) => [slug, no]))
  const slugs = new Set(topicIds.keys())
  const subtopics = requireRows(readSubtopics(await read('subtopics.tsv'), slugs))
  const rows = requireRows(readLaws(await read('laws.tsv'), slugs))
  const relationRows = requireRows(readRelations(await read('relations.tsv')))

  const draft = new Draft({
    laws: await Law.query({ client: trx }).orderBy('id'),
    relations: await LawRelation.query({ client: trx }).orderBy('id'),
  })
  const removed = await removedByPeople(trx)
  const laws = importLaws({ rows, topicIds, source }, draft, removed)
  const stubs = addStubs(
    stubsFor(
      relationRows,
      rows.map(({ number }) => number)
    ),
    draft
  )
  const relations = importRelations(relationRows, draft, removed)
  if (relations.problems.length) throw new HubErrors(422, relations.problems)

  const summary = {
    topics: await importTopics(topics, subtopics, trx),
    laws: tallyOf([...laws, ...stubs]),
    relations: tallyOf(relations.rows),
  }
  const reason = {
    kind: 'import' as const,
    source: source.name,
    checkedOn: source.checkedOn,
    changedBy: null,
  }
  return { summary, change: await keepChange(draft.rows(), reason, trx) }
}
