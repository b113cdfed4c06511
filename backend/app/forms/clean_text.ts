import { normalise } from '#app/core/vietnamese_text'

/** Controls other than the end of a line, invisible signs, and those that turn the direction of the text around them. */
const unwanted =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g
/** A letter under a tower of marks covers the lines around it; Vietnamese needs two. */
const tower = /(\p{M}{3})\p{M}+/gu

/** What people wrote, as it may be shown: composed, without tricks, at most one empty line in a row. */
export function cleanText(text: string): string {
  return normalise(text.replace(/\r\n?/g, '\n').replaceAll('\t', ' '))
    .replace(unwanted, '')
    .replace(tower, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export const cleanLine = (text: string) => cleanText(text).replace(/\s+/g, ' ')
