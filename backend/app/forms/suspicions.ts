import { createHash } from 'node:crypto'
import { fold } from '#app/core/vietnamese_text'

export const suspicionNames = ['honeypot', 'too_fast', 'links', 'noise', 'repeated'] as const
export type Suspicion = (typeof suspicionNames)[number]

/** Nobody reads a form, thinks and writes in less. */
export const leastSeconds = 3

export interface SentForm {
  text: string
  /** A field that people do not see. */
  honeypot?: string | null
  /** Since the form was opened. */
  ageSeconds: number
  /** The same words came before. */
  isRepeated: boolean
}

/** What makes a form look like machine's work. It is never refused for that: whoever sends spam should not learn why. */
export function suspicionsOf({ text, honeypot, ageSeconds, isRepeated }: SentForm): Suspicion[] {
  const found: Suspicion[] = []
  if (honeypot) found.push('honeypot')
  if (ageSeconds < leastSeconds) found.push('too_fast')
  if (isAboutLinks(text)) found.push('links')
  if (isNoise(text)) found.push('noise')
  if (isRepeated) found.push('repeated')
  return found
}

/** Of one word between spaces. */
const link = /https?:\/\/|\bwww\.|[\w-]\.(?:com|net|org|info|xyz|top|vip|club|shop|ru|cn)(?:[/:?#.,;!)]|$)/iu

/** A person may name one page; two, or one with hardly a word beside it, are an advertisement. */
function isAboutLinks(text: string): boolean {
  const words = text.split(/\s+/)
  const links = words.filter((word) => link.test(word))
  if (links.length === 0) return false
  const rest = words.filter((word) => !link.test(word)).join('')
  return links.length > 1 || (rest.match(/\p{L}/gu) ?? []).length < 20
}

/** Without words, or one sign or one word over and over. */
function isNoise(text: string): boolean {
  const words = fold(text).match(/\p{L}+/gu) ?? []
  if (words.length === 0 || /([^\s.])\1{11}/u.test(text)) return true
  return words.length >= 12 && new Set(words).size <= words.length / 6
}

/** The same for texts that say the same in other capitals, marks or spaces. */
export function textKey(text: string): string {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return createHash('sha256').update(words.join(' ')).digest('hex')
}
