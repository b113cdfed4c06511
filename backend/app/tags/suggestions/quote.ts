/** Words around a citation: `before` and `after` on one line, cut between words with an ellipsis. */
export interface Quote {
  before: string
  text: string
  after: string
}

const AROUND = 60

/** The slice of the text with some words on both sides. */
export function quote(text: string, start: number, end: number): Quote {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  const before = onOneLine(text.slice(from, start))
  const after = onOneLine(text.slice(end, to))
  return {
    before: from > 0 ? before.replace(/^\S*\s/, '… ') : before.trimStart(),
    text: onOneLine(text.slice(start, end)),
    after: to < text.length ? after.replace(/\s\S*$/, ' …') : after.trimEnd(),
  }
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ')
