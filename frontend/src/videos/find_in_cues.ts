import type { Cue } from './web_vtt.js'

export interface Part {
  text: string
  hit: boolean
}

/** Letter by letter, so that places in the folded text are places in the text. */
function fold(text: string): string {
  return [...text]
    .map((letter) => {
      const plain = letter
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase()
        .replace('đ', 'd')
      return plain.length === letter.length ? plain : letter
    })
    .join('')
}

/** The lines in which the words stand, with or without their marks: part of a word is enough. */
export function findInCues(cues: Cue[], query: string): Map<number, Part[]> {
  const wanted = fold(query.normalize('NFC').trim())
  const found = new Map<number, Part[]>()
  if (!wanted) return found
  cues.forEach(({ text }, index) => {
    const composed = text.normalize('NFC')
    const parts = partAt(composed, fold(composed), wanted)
    if (parts.length > 1 || parts[0]?.hit) found.set(index, parts)
  })
  return found
}

function partAt(text: string, folded: string, wanted: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, end)) {
    if (at > end) parts.push({ text: text.slice(end, at), hit: false })
    end = at + wanted.length
    parts.push({ text: text.slice(at, end), hit: true })
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false })
  return parts
}
