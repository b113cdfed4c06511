import type { Cue } from './read_captions.js'

/** The cues as WebVTT of our own making: nothing else of the sent file is passed on. */
export function writeWebVtt(cues: Cue[]): string {
  const blocks = cues.map((cue) => {
    // An empty line or an arrow inside a cue would end it
    const text = cue.text.replace(/\n{2,}/g, '\n').replaceAll('-->', '→')
    return `${timestamp(cue.startSeconds)} --> ${timestamp(cue.endSeconds)}\n${text}`
  })
  return ['WEBVTT', ...blocks].join('\n\n') + '\n'
}

/** For programs that know nothing newer; of the markup only what they know, too. */
export function writeSrt(cues: Cue[]): string {
  const blocks = cues.map(({ startSeconds, endSeconds, text }, at) => {
    const times = [startSeconds, endSeconds].map((seconds) => timestamp(seconds).replace('.', ','))
    return `${at + 1}\r\n${times.join(' --> ')}\r\n${plainText(text, /<(?!\/?[biu]>)[^<>]*>/g).replaceAll('\n', '\r\n')}\r\n`
  })
  // Without the mark Windows' programs take it for the old code page
  return `\uFEFF${blocks.join('\r\n')}`
}

/** What is said, to read: a line for each cue, an empty one where nothing is said for a while. */
export function writeText(cues: Cue[]): string {
  return cues
    .map(({ startSeconds, text }, at) => {
      const isAfterPause = at > 0 && startSeconds - cues[at - 1]!.endSeconds > 3
      return `${isAfterPause ? '\n' : ''}${plainText(text).replaceAll('\n', ' ')}\n`
    })
    .join('')
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00A0', '&amp;': '&' }

function plainText(text: string, tags = /<[^<>]*>/g): string {
  return text
    .replace(tags, '')
    .replace(/&(?:lrm|rlm);/g, '')
    .replace(/&(?:lt|gt|nbsp|amp);/g, (entity) => entities[entity]!)
}

function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const pad = (value: number, length = 2) => String(value).padStart(length, '0')
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60]
  return `${pad(hours)}:${pad(minutes)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}
