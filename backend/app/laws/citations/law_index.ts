import { fold, foldVowel, tokens, type TextToken } from '#app/core/vietnamese_text'
import type { LegalDay } from '#app/core/legal_day'
import { lawNumberKey, parseLawNumber } from '../law_number.js'
import type { LawKind } from '../law_kinds.js'
import { ABBREVIATIONS, OTHER_TITLES, SHORT_TITLES } from './titles.js'

/** A document of the record, as far as citations need it. */
export interface IndexedLaw {
  id: string
  kind: LawKind
  number: string
  title: string
  issuer: string | null
  issuedOn: LegalDay | null
  effectiveOn: LegalDay | null
  expiredOn: LegalDay | null
}

/** A node of the titles' trie; its edges are folded syllables without `và` and without signs. */
export interface TitleNode {
  next: Map<string, TitleNode>
  /** Laws of this title, each with the title's syllables, `và` kept. */
  laws: { law: IndexedLaw; pattern: string }[]
  /** A title ends here, be it of a law in the record or only known by name. */
  ends: boolean
}

export interface LawIndex {
  titles: TitleNode
  byNumber: Map<string, IndexedLaw[]>
  /** By `168/2024`. */
  bySequenceAndYear: Map<string, IndexedLaw[]>
  /** By `168` and the folded code (`168|nd-cp`), whatever the year. */
  bySequenceAndCode: Map<string, IndexedLaw[]>
  bySequence: Map<string, IndexedLaw[]>
  /** Folded abbreviation → syllables it stands for. */
  abbreviations: Map<string, string[]>
  /** The syllables of a law's title after its kind, without leading `quy định`, `về`: to follow it in a text. */
  remainders: Map<string, string[]>
}

const emptyNode = (): TitleNode => ({ next: new Map(), laws: [], ends: false })

export const syllable = (token: TextToken) => foldVowel(token.folded)

/** Signs inside titles, which people leave out or change. */
export const TITLE_SIGNS = new Set([',', '-', '–', '(', ')', '&', '/', '"', '“', '”', ';'])

export const KIND_SYLLABLES = [
  ['bo', 'luat'],
  ['luat'],
  ['hien', 'phap'],
  ['phap', 'lenh'],
  ['nghi', 'quyet'],
  ['nghi', 'dinh'],
  ['thong', 'tu'],
  ['quyet', 'dinh'],
]

/** `quy định`, `về`, `việc` right after the kind come and go: a decree *on* or *prescribing* penalties. */
export function leadLength(at: (offset: number) => string | undefined): number {
  let length = 0
  for (;;) {
    if (at(length) === 'qui' && at(length + 1) === 'dinh') length += 2
    else if (at(length) === 'quy' && at(length + 1) === 'dinh') length += 2
    else if (at(length) === 've' || at(length) === 'viec') length += 1
    else return length
  }
}

/** The syllables of a title, `và` kept, signs dropped, the lead after the kind dropped. */
export function titleSyllables(title: string): string[] {
  const all = tokens(title)
    .filter((token) => token.kind !== 'sign')
    .map(syllable)
  const kind = KIND_SYLLABLES.find((start) => start.every((part, at) => all[at] === part)) ?? []
  const rest = all.slice(kind.length)
  return [...kind, ...rest.slice(leadLength((offset) => rest[offset]))]
}

const withoutAnd = (syllables: string[]) => syllables.filter((part) => part !== 'va')

function insert(root: TitleNode, title: string, laws: IndexedLaw[], ownPattern: boolean): void {
  const syllables = titleSyllables(title)
  let node = root
  for (const part of withoutAnd(syllables)) {
    const child = node.next.get(part) ?? emptyNode()
    node.next.set(part, child)
    node = child
  }
  node.ends = true
  const pattern = ownPattern ? syllables.join(' ') : ''
  for (const law of laws) {
    if (!node.laws.some((known) => known.law.id === law.id)) node.laws.push({ law, pattern })
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function insertTitles(root: TitleNode, laws: IndexedLaw[]): void {
  const byTitle = new Map<string, IndexedLaw[]>()
  for (const law of laws) {
    insert(root, law.title, [law], true)
    add(byTitle, withoutAnd(titleSyllables(law.title)).join(' '), law)
    // "… một số điều của Luật Đất đai số 31/2024/QH15, …" is also called by what stands before the number.
    const [before, after] = law.title.split(/ số (?=\d+\/)/)
    if (before && after && before.length > 30) insert(root, before, [law], true)
  }
  for (const [spoken, title] of SHORT_TITLES) {
    const meant = byTitle.get(withoutAnd(titleSyllables(title)).join(' '))
    if (meant) insert(root, spoken, meant, false)
  }
  for (const title of OTHER_TITLES) insert(root, title, [], false)
}

/** `LĐĐ`, `LTE`: initials of laws and codes, where they mean one title only and are no abbreviation already. */
function addInitials(abbreviations: Map<string, string[]>, laws: IndexedLaw[]): void {
  const found = new Map<string, string>()
  const doubtful = new Set<string>()
  for (const { kind, title } of laws) {
    if (kind !== 'luat' && kind !== 'bo_luat') continue
    const syllables = withoutAnd(titleSyllables(title))
    const initials = syllables.map((part) => part[0]).join('')
    if (initials.length < 3 || initials.length > 8) continue
    const path = syllables.join(' ')
    if ((found.get(initials) ?? path) !== path) doubtful.add(initials)
    found.set(initials, path)
  }
  for (const [initials, path] of found) {
    if (!doubtful.has(initials) && !abbreviations.has(initials)) abbreviations.set(initials, path.split(' '))
  }
}

function readAbbreviations(laws: IndexedLaw[]): Map<string, string[]> {
  const abbreviations = new Map<string, string[]>()
  for (const [short, long] of ABBREVIATIONS) {
    const syllables = withoutAnd(titleSyllables(long))
    abbreviations.set(fold(short), syllables)
    if (syllables[0] !== 'bo') abbreviations.set(`l${fold(short)}`, ['luat', ...syllables])
  }
  addInitials(abbreviations, laws)
  return abbreviations
}

/** Everything `parseCitations` needs to know of the record; pure, built anew when the record changes. */
export function buildLawIndex(laws: readonly IndexedLaw[]): LawIndex {
  const index: LawIndex = {
    titles: emptyNode(),
    byNumber: new Map(),
    bySequenceAndYear: new Map(),
    bySequenceAndCode: new Map(),
    bySequence: new Map(),
    abbreviations: readAbbreviations([...laws]),
    remainders: new Map(),
  }
  insertTitles(index.titles, [...laws])
  for (const law of laws) {
    add(index.byNumber, lawNumberKey(law.number), law)
    const syllables = titleSyllables(law.title)
    const kind = KIND_SYLLABLES.find((start) => start.every((part, at) => syllables[at] === part))
    index.remainders.set(law.id, withoutAnd(syllables.slice(kind?.length ?? 0)))
    const number = parseLawNumber(law.number)
    if (!number) continue
    add(index.bySequence, number.sequence, law)
    if (number.year) add(index.bySequenceAndYear, `${number.sequence}/${number.year}`, law)
    if (number.code) add(index.bySequenceAndCode, `${number.sequence}|${fold(number.code)}`, law)
  }
  return index
}

/** All documents of the record that carry this number: more than one where a number is not a key. */
export const lawsNumbered = (index: LawIndex, number: string): IndexedLaw[] =>
  index.byNumber.get(lawNumberKey(number)) ?? []
