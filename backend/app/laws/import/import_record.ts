import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { importLaws, type ImportSource } from './import_laws.js'
import { importRelations } from './import_relations.js'
import { importTopics } from './import_topics.js'
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

/**
 * Brings topics.tsv, subtopics.tsv, laws.tsv and relations.tsv of a folder (source.json says where they come from) into
 * the record, all or nothing. Safe to repeat: what is the same is left alone, what a person corrected is kept.
 */
export async function importRecord(folder: string, trx: TransactionClientContract): Promise<ImportSummary> {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const source = JSON.parse(await read('source.json')) as ImportSource
  const topics = requireRows(readTopics(await read('topics.tsv')))
  const topicIds = new Map(topics.map(({ slug, no }) => [slug, no]))
  const slugs = new Set(topicIds.keys())
  const subtopics = requireRows(readSubtopics(await read('subtopics.tsv'), slugs))
  const rows = requireRows(readLaws(await read('laws.tsv'), slugs))
  const relations = requireRows(readRelations(await read('relations.tsv')))
  const stubs = stubsFor(
    relations,
    rows.map(({ number }) => number)
  )
  return {
    topics: await importTopics(topics, subtopics, trx),
    laws: await importLaws({ rows, stubs, topicIds, source }, trx),
    relations: await importRelations(relations, trx),
  }
}
