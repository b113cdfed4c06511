/** What stands where something was taken out. */
export const redactionMark = '[…]'

/**
 * Whether `after` is `before` with words taken out, and marks where they stood: every word left stands in the former text,
 * in the same order. Officers may protect an asker, not put words into their mouth.
 */
export function isRedaction(before: string, after: string): boolean {
  const former = wordsOf(before)
  const left = wordsOf(after.replaceAll(redactionMark, ' '))
  let at = 0
  for (const word of left) {
    while (at < former.length && former[at] !== word) at++
    if (at++ >= former.length) return false
  }
  return left.length < former.length
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
