export interface Cue {
  startSeconds: number
  text: string
}

const TIMING = /^((?:\d+:)?\d{2}:\d{2}[.,]\d{3})\s+-->\s/

/** The spoken lines of a WebVTT file, without its markup (W3C WebVTT 1, section 4). */
export function readCues(text: string): Cue[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n')
      const at = lines.findIndex((line) => TIMING.test(line))
      if (at === -1) return []
      const spoken = lines
        .slice(at + 1)
        .join(' ')
        .replace(/<[^>]*>/g, '')
        .trim()
      const start = TIMING.exec(lines[at] ?? '')?.[1]
      return spoken && start ? [{ startSeconds: toSeconds(start), text: unescape(spoken) }] : []
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
