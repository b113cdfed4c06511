/** A playlist line by line (RFC 8216bis, 4.1 and 4.2), strictly; `m3u8-parser` reads the segments beside it. */
export interface Tag {
  name: string
  /** What follows the colon. */
  value: string
  /** Of a tag that has an attribute list. */
  attributes: Map<string, string>
  /** The URI line that a tag is about, where one follows. */
  uri?: string
}

export interface Lines {
  tags: Tag[]
  problems: string[]
}

const withAttributes = ['EXT-X-MAP', 'EXT-X-MEDIA', 'EXT-X-STREAM-INF', 'EXT-X-I-FRAME-STREAM-INF']
const attribute = /^([A-Z0-9-]+)=("[^"\r\n]*"|[^",\s]+)(?:,|$)/

export function readLines(text: string): Lines {
  const problems: string[] = []
  const tags: Tag[] = []
  const lines = text.split('\n')
  if (lines[0] !== '#EXTM3U') problems.push('does not begin with #EXTM3U')
  if (text.includes('\r') || text.includes('\uFEFF'))
    problems.push('has a carriage return or a byte order mark')
  if (text !== text.normalize('NFC')) problems.push('is not NFC')
  for (const line of lines.slice(1)) {
    if (line === '') continue
    if (!line.startsWith('#')) {
      const last = tags.at(-1)
      if (!last) problems.push(`the URI ${line} stands alone`)
      else last.uri = line
      continue
    }
    const [, name, value = ''] = /^#(EXT[A-Z0-9-]*)(?::(.*))?$/.exec(line) ?? []
    if (!name) problems.push(`a line that is neither tag nor URI: ${line}`)
    else tags.push({ name, value, attributes: attributesOf(name, value, problems) })
  }
  return { tags, problems }
}

function attributesOf(name: string, value: string, problems: string[]): Map<string, string> {
  const attributes = new Map<string, string>()
  if (!withAttributes.includes(name)) return attributes
  for (let rest = value; rest;) {
    const match = attribute.exec(rest)
    if (!match) {
      problems.push(`${name}: no attribute list: ${rest}`)
      break
    }
    if (attributes.has(match[1]!)) problems.push(`${name}: ${match[1]} twice`)
    attributes.set(match[1]!, match[2]!)
    rest = rest.slice(match[0].length)
  }
  return attributes
}

/** The inside of a quoted string; undefined where there is none, or no quotes. */
export const unquoted = (value: string | undefined) => /^"([^"]*)"$/.exec(value ?? '')?.[1]
