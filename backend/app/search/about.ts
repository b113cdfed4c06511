import type { LegalDay } from '#app/core/legal_day'
import { findLaws } from '#app/laws/find_laws'
import type { LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import type Topic from '#app/topics/topic'
import { topicMention } from '#app/topics/topic_view'
import type { FacetCounts } from './facets.js'
import type { CitedProvision } from './found_by_citation.js'
import { foldedText, holds, searchUnits } from './search_units.js'
import type { SearchQuery } from './search_query.js'

export interface About {
  query: SearchQuery
  cited: CitedProvision | null
  /** How many of the found videos have each topic and law, and how many were found. */
  counts: FacetCounts
  found: number
  record: LawRecord
  day: LegalDay
  /** With their sub-topics. */
  topics: Topic[]
  language: string
}

const mostShown = 5
/** What the words say counts more than what the found videos happen to be about. */
const worth = { cited: 100, lawTitle: 20, topicName: 20, subtopic: 12, theme: 9, topicOfLaw: 6, allFound: 10 }

/** The topics and the laws that the query is about, best first, each with the number of found videos. */
export function aboutOf(about: About) {
  const { record, day, topics, language } = about
  const lawCounts = about.counts.law
  const topicCounts = new Map([...about.counts.topic].map(([id, count]) => [Number(id), count]))
  const laws = best(lawScores(about, lawCounts), (id) => record.byId.get(String(id)))
  const topicScores = scoresOfTopics(about, topicCounts)
  for (const law of laws.slice(0, 2)) {
    if (law.topicId) add(topicScores, law.topicId, worth.topicOfLaw)
  }
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  return {
    topics: best(topicScores, (id) => byId.get(Number(id))).map((topic) => ({
      ...topicMention(topic, language),
      count: topicCounts.get(topic.id) ?? 0,
    })),
    laws: laws.map((law) => ({ ...lawMention(law, record, day), count: lawCounts.get(law.id) ?? 0 })),
  }
}

type Id = string | number

const add = (scores: Map<Id, number>, id: Id, score: number) =>
  void scores.set(id, (scores.get(id) ?? 0) + score)

function best<T>(scores: Map<Id, number>, find: (id: Id) => T | undefined): T[] {
  const ids = [...scores].sort(([, a], [, b]) => b - a).slice(0, mostShown)
  return ids.map(([id]) => find(id)).filter((one) => one !== undefined)
}

function lawScores(
  { query, cited, found, record, day }: About,
  counts: ReadonlyMap<Id, number>
): Map<Id, number> {
  const scores = new Map<Id, number>()
  for (const [id, count] of counts) add(scores, id, (worth.allFound * count) / found)
  for (const { law, score } of titledLaws(query, record, day))
    add(scores, law.id, worth.lawTitle + score / 10)
  if (cited) add(scores, cited.law.id, worth.cited)
  return scores
}

/** One syllable alone stands in too many titles, unless it is an abbreviation. */
function titledLaws({ content }: SearchQuery, record: LawRecord, day: LegalDay) {
  const text = foldedText(content)
  const isTelling = content.length > 1 || record.citationIndex.abbreviations.has(text)
  return isTelling ? findLaws(record, text, day, { unfinished: false }).slice(0, mostShown) : []
}

/** Names of topics and their parts, folded: the same few hundred for every query. */
const foldedNames = new Map<string, string>()
function foldedName(text: string): string {
  const folded = foldedNames.get(text) ?? foldedText(searchUnits(text))
  if (foldedNames.size > 5000) foldedNames.clear()
  foldedNames.set(text, folded)
  return folded
}

function scoresOfTopics({ query, found, topics }: About, counts: ReadonlyMap<Id, number>): Map<Id, number> {
  const scores = new Map<Id, number>()
  for (const [id, count] of counts) add(scores, id, (worth.allFound * count) / found)
  const phrases = [
    foldedText(query.units),
    foldedText(query.content),
    ...query.wordings.map(({ folded }) => folded),
  ]
  /** 1 where the text says what is asked for; less where it is only a part of that (bảo hiểm in mũ bảo hiểm). */
  const speaksOf = (text: string) => {
    const words = foldedName(text)
    if (phrases.some((one) => one.includes(' ') && holds(` ${words} `, one))) return 1
    return words.includes(' ') && phrases.some((one) => holds(` ${one} `, words)) ? 0.4 : 0
  }
  const most = (texts: string[]) => Math.max(0, ...texts.map(speaksOf))
  for (const topic of topics) {
    const themes = topic.subtopics.flatMap(({ skitThemes }) => skitThemes.split(/,\s+/))
    const score =
      worth.topicName * speaksOf(topic.name) +
      worth.subtopic * most(topic.subtopics.map(({ name }) => name)) +
      worth.theme * most(themes)
    if (score > 0) add(scores, topic.id, score)
  }
  return scores
}
