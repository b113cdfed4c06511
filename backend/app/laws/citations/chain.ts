import type { TextToken } from '#app/core/vietnamese_text'
import type { Context, DocumentAtom } from './document_atom.js'
import { readDocument, readKindless } from './read_document.js'
import { readProvision, type ProvisionAtom } from './read_provision.js'
import type { RangeBudget } from './read_values.js'
import {
  AFTER_LINK_PHRASE,
  AND,
  isOneOf,
  labelOf,
  startsKind,
  LARGER_PARTS,
  LINK_PHRASES,
  LINKS,
  POINT,
  spells,
  words,
} from './words.js'

/** What stands between two parts of a citation; each is stronger than the one before. */
export const TIGHT = 0
export const COMMA = 1
export const APART = 2
export type Separation = typeof TIGHT | typeof COMMA | typeof APART

export interface Link {
  /** How far it is from the link before it. */
  separation: Separation
  provision: ProvisionAtom | null
  document: DocumentAtom | null
}

/** Parts of citations that follow each other with nothing but links and signs between them. */
export type Chain = Link[]

const SEPARATIONS: Record<string, Separation> = {
  ',': COMMA,
  ':': COMMA,
  '(': COMMA,
  ')': TIGHT,
  '[': COMMA,
  ']': TIGHT,
  '-': COMMA,
  '–': COMMA,
  '—': COMMA,
  '/': TIGHT,
  '“': TIGHT,
  '”': TIGHT,
  '"': TIGHT,
  ';': APART,
  '&': APART,
}

const ORDINALS = words('thứ')
const LONGEST_GAP = 12

function largerPart(tokens: TextToken[], at: number): number | null {
  const found = LARGER_PARTS.find((part) => spells(tokens, at, part))
  if (!found) return null
  const value = at + found.length + (isOneOf(tokens[at + found.length], ORDINALS) ? 1 : 0)
  const token = tokens[value]
  const named = token?.kind === 'number' || /^[ivxlc]+$/.test(token?.exact ?? '') || value > at + found.length
  return named ? value + 1 : null
}

/** `được quy định tại`, `nêu ở`. */
function linkPhrase(tokens: TextToken[], at: number): number | null {
  const found = LINK_PHRASES.find((phrase) => spells(tokens, at, phrase))
  return found && isOneOf(tokens[at + found.length], AFTER_LINK_PHRASE) ? at + found.length + 1 : null
}

interface Gap {
  next: number
  separation: Separation
}

/** The tokens of no weight from here on; `next` is the first that is none of them. */
function readGap(tokens: TextToken[], at: number): Gap {
  let next = at
  let separation: Separation = TIGHT
  while (next < at + LONGEST_GAP) {
    const token = tokens[next]
    if (!token || token.afterBlankLine) break
    const sign = token.kind === 'sign' ? SEPARATIONS[token.exact] : undefined
    if (sign !== undefined) separation = Math.max(separation, sign) as Separation
    else if (isOneOf(token, AND)) separation = APART
    else if (!isOneOf(token, LINKS)) {
      const phrase = linkPhrase(tokens, next) ?? largerPart(tokens, next)
      if (phrase === null) break
      next = phrase - 1
    }
    next++
  }
  return { next, separation }
}

const isShort = (link: Link | undefined) => link?.provision?.short === true

function linkAt(
  context: Context,
  at: number,
  chain: Chain,
  separation: Separation,
  budget: RangeBudget
): Link | null {
  const { tokens } = context
  const document = readDocument(context, at)
  if (document) return { separation, provision: null, document }
  const provision = readProvision(tokens, at, budget)
  if (provision) return { separation, provision, document: null }
  const last = chain.at(-1)
  if (last?.provision && separation !== APART && last.provision.level !== POINT) {
    const kindless = readKindless(context, at, isShort(last))
    if (kindless) return { separation, provision: null, document: kindless }
  }
  return null
}

/** `hngd d8 k2`, or a bare `168/2024` and nothing else: a document without its kind before any provision. */
function opening(context: Context, at: number, budget: RangeBudget): Link | null {
  const { tokens } = context
  const document = readKindless(context, at, at === 0)
  if (!document) return null
  const isNumber = tokens[at]?.kind === 'number'
  const gap = readGap(tokens, document.next)
  const after = gap.separation === APART ? null : readProvision(tokens, gap.next, budget)
  const plain = isNumber || tokens[at]?.raw === tokens[at]?.raw.toUpperCase()
  const whole = isNumber && at === 0 && document.next === tokens.length
  return whole || after?.short || (after && plain) ? { separation: APART, provision: null, document } : null
}

/** Whether anything of a citation may start with this token: most words are passed over at once. */
function starters(context: Context): (token: TextToken) => boolean {
  const known = new Map<string, boolean>()
  return (token) => {
    if (token.kind !== 'word') return token.kind === 'number'
    let may = known.get(token.exact)
    if (may === undefined) {
      may =
        token.exact.length <= 3 ||
        labelOf(token) !== null ||
        startsKind(token) ||
        context.index.abbreviations.has(token.folded)
      known.set(token.exact, may)
    }
    return may
  }
}

const nextOf = (link: Link) => (link.provision ?? link.document)?.next ?? 0

/** Walks the text once and hands out its chains. */
export function* chains(context: Context, budget: RangeBudget): Generator<Chain> {
  const { tokens } = context
  let chain: Chain = []
  const mayStart = starters(context)
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token && at > 0 && !chain.length && !mayStart(token)) {
      at++
      continue
    }
    const gap: Gap = chain.length ? readGap(tokens, at) : { next: at, separation: APART }
    const broken = tokens[gap.next]?.afterBlankLine && gap.next > 0
    const link =
      chain.length && broken
        ? null
        : (linkAt(context, gap.next, chain, gap.separation, budget) ??
          (chain.length ? null : opening(context, gap.next, budget)))
    if (link) {
      chain.push(link)
      at = nextOf(link)
      continue
    }
    if (chain.length) yield chain
    // What ended a chain may begin the next one.
    at = chain.length ? Math.max(gap.next, at) : at + 1
    chain = []
  }
  if (chain.length) yield chain
}
