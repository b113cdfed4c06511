import type { ParsedCitation } from '#app/laws/citations/parse_citations'
import { tagTargets, type TagTarget } from '#app/laws/citations/tag_targets'
import { isArticle, isClause, isPoint, provisionPath, type Provision } from '#app/laws/provision'
import { isTagged, type Tied } from './is_tagged.js'
import { quote, type Quote } from './quote.js'
import { spokenText, type SpokenCue } from './spoken_text.js'

export type SuggestionSource = 'captions' | 'title' | 'description'

/** Where a provision is named: in the captions with its seconds, elsewhere without. */
export interface Mention {
  source: SuggestionSource
  startSeconds: number | null
  endSeconds: number | null
  quote: Quote
  assumed: boolean
}

export interface TagSuggestion extends Provision {
  /** Of the provision; the same at every asking. */
  key: string
  lawId: string
  /** At least one: spoken ones first, as they come. */
  mentions: Mention[]
}

export interface VideoTexts {
  title: string
  description: string
  /** The cues of each track. */
  captions: SpokenCue[][]
  durationSeconds: number | null
  tags: Tied[]
}

/** A range of more provisions than this is about the document; nobody shows them one by one. */
const MOST_OF_ONE_CITATION = 12

/**
 * The provisions that are named in the texts of a video and that no tag says yet, in the order in which they are spoken,
 * those that are only written behind them. Linear in the texts.
 */
export function suggestTags(video: VideoTexts, parse: (text: string) => ParsedCitation[]): TagSuggestion[] {
  const found = new Map<string, TagSuggestion>()
  const add = (citation: ParsedCitation, mention: Mention) => {
    for (const target of targetsOf(citation)) {
      const key = keyOf(target)
      const known = found.get(key)
      if (known) known.mentions.push(mention)
      else found.set(key, { key, ...target, mentions: [mention] })
    }
  }
  for (const cues of video.captions) {
    const spoken = spokenText(cues)
    for (const citation of parse(spoken.text)) {
      const seconds = within(spoken.secondsOf(citation.start, citation.end), video.durationSeconds)
      add(citation, { source: 'captions', ...seconds, ...wordsOf(spoken.text, citation) })
    }
  }
  for (const source of ['title', 'description'] as const) {
    const unspoken = { source, startSeconds: null, endSeconds: null }
    for (const citation of parse(video[source])) {
      add(citation, { ...unspoken, ...wordsOf(video[source], citation) })
    }
  }
  return [...found.values()]
    .map((one) => ({ ...one, mentions: untagged(one, distinct(one.mentions), video.tags) }))
    .filter(({ mentions }) => mentions.length)
    .sort((a, b) => secondOf(a.mentions[0]!) - secondOf(b.mentions[0]!))
}

const wordsOf = (text: string, { start, end, assumed }: ParsedCitation) => ({
  quote: quote(text, start, end),
  assumed,
})

/** Only what can be tied: parts that laws have, and no clause without its article. */
function targetsOf(citation: ParsedCitation): (Provision & { lawId: string })[] {
  const targets = tagTargets(citation)
  const kept = targets.length > MOST_OF_ONE_CITATION ? [{ lawId: targets[0]!.lawId }] : targets
  return kept.filter(isWhole).map(({ lawId, article, clause, point }) => ({
    lawId,
    article: article ?? null,
    clause: clause ?? null,
    point: point ?? null,
  }))
}

const isWhole = ({ article, clause, point }: TagTarget) =>
  (article ? isArticle(article) : !clause && !point) &&
  (!clause || isClause(clause)) &&
  (!point || isPoint(point))

const keyOf = (target: Provision & { lawId: string }) =>
  [target.lawId, provisionPath(target)].filter(Boolean).join('/')

/** What is only written comes behind everything that is spoken. */
const secondOf = ({ startSeconds }: Mention) => startSeconds ?? Number.MAX_VALUE

/** Captions may run on behind the end of a video that was cut; there nothing can be watched. */
function within(span: { startSeconds: number; endSeconds: number }, durationSeconds: number | null) {
  if (durationSeconds === null) return span
  if (span.startSeconds >= durationSeconds) return { startSeconds: null, endSeconds: null }
  return { ...span, endSeconds: Math.min(span.endSeconds, durationSeconds) }
}

/** In time; what tracks of two languages, or two words of one cue, say at the same seconds is said once. */
function distinct(mentions: Mention[]): Mention[] {
  const ordered = mentions.toSorted((a, b) => secondOf(a) - secondOf(b))
  let spokenUntil = -1
  return ordered.filter(({ startSeconds, endSeconds }) => {
    if (startSeconds === null) return true
    const isNew = startSeconds >= spokenUntil
    spokenUntil = Math.max(spokenUntil, endSeconds ?? startSeconds)
    return isNew
  })
}

const untagged = (target: Provision & { lawId: string }, mentions: Mention[], tags: Tied[]) =>
  mentions.filter((mention) => !isTagged(target, mention, tags))
