import { parseText } from 'media-captions'
import { normalise } from '#app/core/vietnamese_text'

export interface Cue {
  startSeconds: number
  endSeconds: number
  text: string
}

/** Cues of a WebVTT or SRT file, NFC, in the order of their beginning. Empty where nothing could be read. */
export async function readCaptions(file: string): Promise<Cue[]> {
  const text = normalise(file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  const type = text.trimStart().startsWith('WEBVTT') ? 'vtt' : 'srt'
  const { cues } = await parseText(type === 'vtt' ? text.trimStart() : text, { type })
  return cues
    .filter((cue) => Number.isFinite(cue.startTime) && cue.endTime > cue.startTime && cue.text.trim())
    .map((cue) => ({ startSeconds: cue.startTime, endSeconds: cue.endTime, text: cueText(cue.text) }))
    .filter(({ text }) => text)
    .sort((a, b) => a.startSeconds - b.startSeconds)
}

const markup = /^<\/?(?:b|i|u|c|v|lang|ruby|rt)(?:\.[\w-]+)*(?:[ \t][^\n]*)?>$/
const timestampTag = /^<(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}>$/
const entity = /^&(?:amp|lt|gt|lrm|rlm|nbsp|#\d+|#x[\da-f]+);/i

/**
 * A cue's text with the markup that WebVTT knows (W3C WebVTT, 4.2.2) and nothing else: players may show cues as HTML, and
 * files from elsewhere bring <font> or worse.
 */
function cueText(text: string): string {
  return text
    .replace(/<[^<>]*>/g, (tag) => (markup.test(tag) || timestampTag.test(tag) ? tag : ''))
    .replace(/<(?![^<>]*>)/g, '&lt;')
    .replace(/&/g, (sign, at: number, whole: string) =>
      entity.test(whole.slice(at, at + 12)) ? sign : '&amp;'
    )
    .trim()
}

/** The cues as WebVTT of our own making: nothing else of the sent file is passed on. */
export function writeWebVtt(cues: Cue[]): string {
  const blocks = cues.map((cue) => {
    // An empty line or an arrow inside a cue would end it
    const text = cue.text.replace(/\n{2,}/g, '\n').replaceAll('-->', '→')
    return `${timestamp(cue.startSeconds)} --> ${timestamp(cue.endSeconds)}\n${text}`
  })
  return ['WEBVTT', ...blocks].join('\n\n') + '\n'
}

function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const pad = (value: number, length = 2) => String(value).padStart(length, '0')
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60]
  return `${pad(hours)}:${pad(minutes)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}
