import { todayInVietnam } from '#app/core/legal_day'
import { findLaws } from '#app/laws/find_laws'
import { lawRecord } from '#app/laws/law_record'
import Video from '#app/videos/video'
import { knownTopics } from './known_topics.js'
import { searchIndex, type Wanted } from './search_index.js'
import { foldedText, searchUnits, type SearchUnit } from './search_units.js'
import { searchWords } from './search_words.js'
import { inTitle } from './terms.js'

/** What may be meant while somebody is still typing. `slug` leads to its page; a phrase is looked for. */
export interface Suggestion {
  kind: 'topic' | 'law' | 'phrase' | 'video'
  text: string
  /** The number of a law, as a second line. */
  detail: string | null
  slug: string | null
}

export const mostSuggestions = 8
const most = { topic: 2, law: 2, phrase: 3, video: 4 }
const longestText = 100

/** At most eight, whatever diacritics are typed; the last word may be unfinished. None for less than two letters. */
export async function suggestionsFor(typed: string, language: string): Promise<Suggestion[]> {
  const units = searchUnits(typed.slice(0, longestText)).slice(0, 10)
  if (foldedText(units).length < 2) return []
  const all = [
    ...(await topicsFor(units, language)),
    ...(await lawsFor(typed.slice(0, longestText))),
    ...phrasesFor(units),
    ...(await videosFor(units)),
  ]
  return [...new Map(all.map((one) => [foldedText(searchUnits(one.text)), one])).values()].slice(
    0,
    mostSuggestions
  )
}

/** Whether the text holds what is typed, from the beginning of a word on. */
const begins = (folded: string, units: SearchUnit[]) => ` ${folded}`.includes(` ${foldedText(units)}`)

async function topicsFor(units: SearchUnit[], language: string): Promise<Suggestion[]> {
  const found = (await knownTopics()).filter(({ name, nameEn }) =>
    [name, nameEn].some((text) => begins(foldedText(searchUnits(text)), units))
  )
  return found.slice(0, most.topic).map((topic) => ({
    kind: 'topic' as const,
    text: language === 'en' ? topic.nameEn : topic.name,
    detail: null,
    slug: topic.slug,
  }))
}

async function lawsFor(typed: string): Promise<Suggestion[]> {
  const record = await lawRecord()
  return findLaws(record, typed, todayInVietnam())
    .slice(0, most.law)
    .map(({ law }) => ({ kind: 'law' as const, text: law.title, detail: law.number, slug: law.slug }))
}

function phrasesFor(units: SearchUnit[]): Suggestion[] {
  const wordings = searchWords().groups.flat()
  const found = wordings.filter((one) => one.units.length > 1 && begins(one.folded, units))
  const unique = [...new Map(found.map((one) => [one.folded, one])).values()]
  // What begins so is meant sooner than what holds it, a short one sooner than a long one
  const far = (folded: string) => (folded.startsWith(foldedText(units)) ? 0 : 1000) + folded.length
  return unique
    .sort((a, b) => far(a.folded) - far(b.folded))
    .slice(0, most.phrase)
    .map(({ text }) => ({ kind: 'phrase' as const, text: text.trim(), detail: null, slug: null }))
}

async function videosFor(units: SearchUnit[]): Promise<Suggestion[]> {
  const last = units.at(-1)!.folded
  const words: Wanted[] = units.slice(0, -1).map(({ folded }) => inTitle(folded))
  // One letter begins too many words
  const unfinished: Wanted = last.length > 1 ? { beginning: inTitle(last) } : inTitle(last)
  const hits = await searchIndex().find({ all: [...words, unfinished] }, most.video)
  if (!hits.length) return []
  const ids = hits.map(({ id }) => id)
  const videos = await Video.query().whereIn('id', ids).select('id', 'title', 'slug')
  videos.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  return videos.map(({ title, slug }) => ({ kind: 'video' as const, text: title, detail: null, slug }))
}
