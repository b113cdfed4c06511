/**
 * Vietnamese text as people type it: NFC or NFD, marks in the wrong order, eth instead of đ,
 * old or new tone placement, with or without diacritics. Everything here is linear in the text.
 */

/** Circumflex, breve and horn change the letter; they stand before the tone when a letter is composed. */
const QUALITY_MARKS = '\u0302\u0306\u031B'
const TONE_MARKS = '\u0300\u0301\u0303\u0309\u0323'
const NOT_ASCII = /[^\x00-\x7F]/
/** Soft hyphens, zero-width characters and byte order marks: never part of what was meant. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
const MARK_RUN = /[\u0300-\u036F]{2,}/g

const isQuality = (mark: string) => QUALITY_MARKS.includes(mark)

function orderMarks(run: string): string {
  const marks = [...run]
  return [...marks.filter(isQuality), ...marks.filter((mark) => !isQuality(mark))].join('')
}

/** NFC with marks put in order (quality before tone), and U+00F0/U+00D0 read as đ/Đ. */
export function normalise(text: string): string {
  if (!NOT_ASCII.test(text)) return text
  return text
    .normalize('NFD')
    .replace(MARK_RUN, orderMarks)
    .replaceAll('\u00F0', 'đ')
    .replaceAll('\u00D0', 'Đ')
    .normalize('NFC')
}

/** Lower case without diacritics, đ as d: the form in which hoà, hòa and hoa are one. */
export function fold(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase()
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]+/g, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
}

export interface FoldedText {
  text: string
  /** UTF-16 offset in the original at which each unit of `text` begins; one more entry closes the last. */
  starts: Uint32Array
  /** UTF-16 offset in the original just after each unit of `text`, its combining marks included. */
  ends: Uint32Array
}

/** A letter with its marks and whatever invisible characters trail it. */
const CLUSTER = /[^\u0300-\u036F][\u0300-\u036F\u00AD\u200B-\u200D\u2060\uFEFF]*|[\u0300-\u036F]+/gsu

/** As `fold`, with the way back to the original, so that an exact slice of it can be shown. */
export function foldWithOffsets(original: string): FoldedText {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const folded = fold(cluster)
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
  }
  starts.push(original.length)
  return { text: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** i and y after a single consonant are one sound (lí/lý, kĩ/kỹ, quí/quý); takes one folded syllable. */
export function foldVowel(syllable: string): string {
  return /^(?:[bcdghklmrstvx]|qu)y$/.test(syllable) ? `${syllable.slice(0, -1)}i` : syllable
}

const SYLLABLE = /[\p{L}\p{M}]+/gu

/**
 * Lower case with diacritics kept, the tone written as a digit after the syllable (1–5), so that the old and
 * the new tone placement are the same string: hoà, hòa → hoa2.
 */
export function spellingKey(text: string): string {
  return normalise(text.replace(INVISIBLE, ''))
    .toLowerCase()
    .replace(SYLLABLE, (syllable) => {
      let tone = ''
      const letters = [...syllable.normalize('NFD')].filter((unit) => {
        const found = TONE_MARKS.indexOf(unit)
        if (found >= 0) tone = String(found + 1)
        return found < 0
      })
      return letters.join('').normalize('NFC') + tone
    })
}

/** `Trật tự, an toàn` → `trat-tu-an-toan`. */
export function slugify(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

export interface TextToken {
  /** UTF-16 offsets in the text as given. */
  start: number
  end: number
  kind: 'word' | 'number' | 'sign'
  /** Lower-case NFC, diacritics kept. */
  exact: string
  folded: string
  /** The text as given, for its letter case. */
  raw: string
  /** No white space between this token and the one before. */
  glued: boolean
  /** An empty line stands before this token. */
  afterBlankLine: boolean
}

const TOKEN = /[\p{L}\p{M}\u00AD\u200B-\u200D\u2060]+|\p{Nd}+|[^\s\uFEFF]/gu

const BLANK_LINE = /\n[^\S\n]*\n|\u2029/

function readWord(raw: string): Pick<TextToken, 'kind' | 'exact' | 'folded'> {
  const kind = /^\p{Nd}/u.test(raw) ? 'number' : /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'sign'
  const plain = NOT_ASCII.test(raw) ? normalise(raw.replace(INVISIBLE, '').normalize('NFKC')) : raw
  return { kind, exact: plain.toLowerCase(), folded: fold(plain) }
}

/** Vietnamese has some thousand syllables: read once, they are known. Other people's words must not fill the memory. */
const readSyllable = remembering(readWord)

/** The function, with what it made of the last few thousand short texts. It must depend on the text alone. */
export function remembering<T extends object | string>(make: (text: string) => T): (text: string) => T {
  const [most, longest] = [20_000, 24]
  const known = new Map<string, T>()
  return (text) => {
    let made = known.get(text)
    if (made === undefined) {
      made = make(text)
      if (known.size >= most) known.clear()
      if (text.length <= longest) known.set(text, made)
    }
    return made
  }
}

/** Words, runs of digits and single signs, with their places in the text as given. */
export function tokens(text: string): TextToken[] {
  const found: TextToken[] = []
  let previousEnd = 0
  for (const { 0: raw, index } of text.matchAll(TOKEN)) {
    const word = readSyllable(raw)
    const gap = index - previousEnd
    found.push({
      start: index,
      end: index + raw.length,
      kind: word.kind,
      exact: word.exact,
      folded: word.folded,
      raw,
      glued: gap === 0,
      afterBlankLine: gap > 1 && BLANK_LINE.test(text.slice(previousEnd, Math.min(index, previousEnd + 64))),
    })
    previousEnd = index + raw.length
  }
  return found
}
