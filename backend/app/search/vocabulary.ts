import { setImmediate as breathe } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { LawRecord } from '#app/laws/law_record'
import { vocabularyOf, type Vocabulary } from './correct.js'
import { knownTopics } from './known_topics.js'
import { searchIndex } from './search_index.js'
import { searchWords } from './search_words.js'
import { searchUnits } from './search_units.js'
import { inTitle } from './terms.js'

const ofRecord = new WeakMap<LawRecord, Vocabulary>()

/** The words of the record of laws, of the topics and of everyday speech: the same for everybody, read once. */
async function recordVocabulary(record: LawRecord): Promise<Vocabulary> {
  const known = ofRecord.get(record)
  if (known) return known
  const vocabulary = vocabularyOf([
    ...record.laws.map(({ title }) => title),
    ...(await knownTopics()).flatMap(({ name, subtopics }) => [
      name,
      ...subtopics.map((one) => `${one.name} ${one.skitThemes}`),
    ]),
    ...searchWords().groups.flatMap((group) => group.map((wording) => wording.text)),
  ])
  ofRecord.set(record, vocabulary)
  return vocabulary
}

const titleWords = new Map<string, number>()
let readUpTo = 0
let reading: Promise<void> | undefined
const entriesAtATime = 5000

/** Words of titles, folded, with how often they occur. Grows by what was made since it was last asked for. */
async function readTitles(): Promise<void> {
  for (;;) {
    const rows: { id: number; title: string }[] = await db
      .from('search_entries')
      .where('id', '>', readUpTo)
      .orderBy('id')
      .limit(entriesAtATime)
      .select('id', 'title')
    for (const { title } of rows) {
      for (const word of title.split(' ')) titleWords.set(word, (titleWords.get(word) ?? 0) + 1)
    }
    readUpTo = rows.at(-1)?.id ?? readUpTo
    if (rows.length < entriesAtATime) return
    await breathe()
  }
}

export interface KnownWords {
  vocabulary: Vocabulary
  /** How often a folded word occurs, roughly. */
  frequency(folded: string): number
}

let kept: { record: LawRecord; readUpTo: number; words: KnownWords } | undefined

/** All known words. Those that only titles hold are written folded (see `spelled`). */
export async function knownWords(record: LawRecord): Promise<KnownWords> {
  reading ??= readTitles().finally(() => (reading = undefined))
  await reading
  if (kept?.record === record && kept.readUpTo === readUpTo) return kept.words
  const vocabulary = new Map(await recordVocabulary(record))
  for (const [word, count] of titleWords) {
    if (word && !vocabulary.has(word)) vocabulary.set(word, { written: word, count })
  }
  const frequency = (folded: string) => titleWords.get(folded) ?? vocabulary.get(folded)?.count ?? 0
  kept = { record, readUpTo, words: { vocabulary, frequency } }
  return kept.words
}

/** A corrected text with the diacritics of listed titles, where only these know the words that were put in. */
export async function spelled(corrected: string, typed: string, record: LawRecord): Promise<string> {
  const own = await recordVocabulary(record)
  const before = new Set(searchUnits(typed).map(({ folded }) => folded))
  let text = corrected
  for (const unit of searchUnits(corrected).reverse()) {
    if (own.has(unit.folded) || before.has(unit.folded)) continue
    text = text.slice(0, unit.start) + (await writtenInTitle(unit.folded)) + text.slice(unit.end)
  }
  return text
}

/** How the newest listed title that holds the folded word writes it; the word itself where there is none. */
async function writtenInTitle(folded: string): Promise<string> {
  const [hit] = await searchIndex().find(inTitle(folded), 1)
  if (!hit) return folded
  const { title } = await db.from('videos').where('id', hit.id).select('title').firstOrFail()
  const unit = searchUnits(title).find((one) => one.folded === folded)
  return unit ? title.slice(unit.start, unit.end).toLowerCase() : folded
}
