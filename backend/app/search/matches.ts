import { readCaptions } from '#app/captions/read_captions'
import { askedTexts, type AskedText } from '#app/questions/asked_texts'
import type { TagView } from '#app/tags/tag_view'
import { tagsOfVideos } from '#app/tags/tags_of_videos'
import Video from '#app/videos/video'
import type { CitedProvision } from './found_by_citation.js'
import { captionMatch } from './caption_match.js'
import { scoreWritten, snippet } from './snippet.js'
import type { SearchQuery } from './search_query.js'

export interface Match {
  field: 'title' | 'description' | 'captions' | 'law' | 'topic' | 'question'
  snippet: string
  atSeconds?: number | null
}

/** Where in each video the query was found: at most one place in each field, the moment where there is one. */
export async function matchesOf(
  ids: string[],
  query: SearchQuery,
  cited: CitedProvision | null
): Promise<Map<string, Match[]>> {
  if (!ids.length) return new Map()
  const videos = await Video.query().whereIn('id', ids).preload('captionTracks').preload('topics')
  const tags = await tagsOfVideos(ids)
  const asked = await askedTexts(ids)
  const found = new Map<string, Match[]>()
  const score = wordScores(query)
  for (const video of videos) {
    const cues = (await Promise.all(video.captionTracks.map(({ webVtt }) => readCaptions(webVtt)))).flat()
    const matches = [
      textMatch('title', video.title, query),
      lawMatch(tags.get(video.id) ?? [], score, cited),
      captionMatch(cues, query),
      textMatch('description', video.description, query),
      questionMatch(asked.get(video.id) ?? [], query),
      ...video.topics.map((topic) => textMatch('topic', topic.name, query)),
    ]
    found.set(
      video.id,
      matches.filter((match) => match !== null)
    )
  }
  return found
}

function textMatch(field: Match['field'], text: string, query: SearchQuery): Match | null {
  const found = snippet(text, query)
  return found === null ? null : { field, snippet: found }
}

/** The published question, or its answer, that fits best; without a second, for it is read and not heard. */
function questionMatch(asked: AskedText[], query: SearchQuery): Match | null {
  const scored = asked
    .flatMap(({ text, answer }) => [text, answer])
    .map((text) => ({ text, score: scoreWritten(text, query) }))
    .filter(({ score }) => score > 0)
  const best = scored.sort((a, b) => b.score - a.score)[0]
  return best ? textMatch('question', best.text, query) : null
}

/** A tie to the cited provision, else to the cited law, else one whose wording fits. */
function lawMatch(
  tags: TagView[],
  wordScore: (tag: TagView) => number,
  cited: CitedProvision | null
): Match | null {
  const scored = tags.map((tag) => ({
    tag,
    score: cited?.law.id === tag.law.id ? (cited.includes(tag) ? 1000 : 500) : wordScore(tag),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { tag: null as TagView | null, score: 0 })
  if (!best.tag) return null
  return { field: 'law', snippet: best.tag.citation, atSeconds: best.tag.startSeconds }
}

/**
 * A law shares words such as "luật" with every other: half of the query's words at least must be its own. Videos of one list
 * share laws and articles, which are looked at once.
 */
function wordScores(query: SearchQuery): (tag: TagView) => number {
  const known = new Map<string, number>()
  return ({ citation, law }) => {
    const text = `${citation} ${law.title} ${law.number}`
    const score = known.get(text) ?? scoreWritten(text, query)
    known.set(text, score)
    return score >= 0.75 ? score : 0
  }
}
