/** What XML 1.0 (2.2) lets no document contain, not even escaped; lone surrogates among it. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe as text and between quotation marks, in XML and in HTML alike. */
export const escapeMarkup = (text: string) =>
  text.replace(illegal, '').replace(/[&<>"']/g, (character) => entities[character]!)

/** Source that may be put into a document as it is; everything else is text and is escaped. */
export class Markup {
  constructor(readonly source: string) {}
  toString() {
    return this.source
  }
}

type Value = string | number | null | undefined | false
export type Child = Markup | Value | Child[]
type Attributes = Record<string, Value>

/** HTML's elements that have no end. */
const endless = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source'])

const isNothing = (value: Child): value is null | undefined | false =>
  value === null || value === undefined || value === false

function inside(child: Child): string {
  if (Array.isArray(child)) return child.map(inside).join('')
  if (isNothing(child)) return ''
  return child instanceof Markup ? child.source : escapeMarkup(String(child))
}

function start(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => !isNothing(value))
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
  return `<${name}${written.join('')}`
}

/** One element of XML; attributes and children that are null, undefined or false are left out. */
export function xml(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const content = inside(children)
  return new Markup(start(name, attributes) + (content ? `>${content}</${name}>` : '/>'))
}

/** One element of HTML. */
export function html(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const end = endless.has(name) ? '' : `${inside(children)}</${name}>`
  return new Markup(`${start(name, attributes)}>${end}`)
}

export const xmlDocument = (root: Markup) => `<?xml version="1.0" encoding="UTF-8"?>\n${root.source}\n`
