export interface Cue {
  startSeconds: number
  endSeconds: number
  text: string
}

const TIMING = /^((?:\d+:)?\d{2}:\d{2}[.,]\d{3})\s+-->\s+((?:\d+:)?\d{2}:\d{2}[.,]\d{3})/

/** The spoken lines of a WebVTT file, without its markup (W3C WebVTT 1, section 4). */
export function readCues(text: string): Cue[] {
  return readMarkedCues(text).flatMap((cue) => {
    const spoken = unescape(cue.text.replaceAll('\n', ' ').replace(/<[^>]*>/g, '')).trim()
    return spoken ? [{ ...cue, text: spoken }] : []
  })
}

/** The same with the markup and line ends of each cue. */
export function readMarkedCues(text: string): Cue[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n')
      const at = lines.findIndex((line) => TIMING.test(line))
      const [, start, end] = TIMING.exec(lines[at] ?? '') ?? []
      if (!start || !end) return []
      const marked = lines
        .slice(at + 1)
        .join('\n')
        .trim()
      return [{ startSeconds: toSeconds(start), endSeconds: toSeconds(end), text: marked }]
    })
}

function toSeconds(time: string): number {
  return time
    .replace(',', '.')
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0)
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
}
