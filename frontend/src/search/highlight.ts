export interface Part {
  text: string
  hit: boolean
}

/** One character to one, so that positions in the folded text are positions in the text. */
function fold(text: string): string {
  return [...text]
    .map((character) => {
      const plain = character
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase()
        .replace('đ', 'd')
      return plain.length === character.length ? plain : character
    })
    .join('')
}

/** Parts of a text where the words of a query occur, with or without their marks. */
export function highlight(text: string, query: string): Part[] {
  const composed = text.normalize('NFC')
  const words = fold(query.normalize('NFC'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  if (words.length === 0) return [{ text: composed, hit: false }]
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const parts: Part[] = []
  let end = 0
  for (const { index, 0: found } of fold(composed).matchAll(pattern)) {
    if (index > end) parts.push({ text: composed.slice(end, index), hit: false })
    end = index + found.length
    parts.push({ text: composed.slice(index, end), hit: true })
  }
  if (end < composed.length) parts.push({ text: composed.slice(end), hit: false })
  return parts
}
