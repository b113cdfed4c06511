import { parseText } from 'media-captions'
import { normalise } from '#app/core/vietnamese_text'

export interface Cue {
  startSeconds: number
  endSeconds: number
  text: string
}

/** Cues of a WebVTT or SRT file, NFC, in the order of their beginning. Empty where nothing could be read. */
export async function readCaptions(file: string): Promise<Cue[]> {
  return (await readCuesAsTheyStand(file)).sort((a, b) => a.startSeconds - b.startSeconds)
}

/** The same, in the order of the file. */
export async function readCuesAsTheyStand(file: string): Promise<Cue[]> {
  const text = normalise(file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  const type = text.trimStart().startsWith('WEBVTT') ? 'vtt' : 'srt'
  const { cues } = await parseText(type === 'vtt' ? text.trimStart() : text, { type })
  return cues
    .filter((cue) => Number.isFinite(cue.startTime) && cue.endTime > cue.startTime && cue.text.trim())
    .map((cue) => ({ startSeconds: cue.startTime, endSeconds: cue.endTime, text: cueText(cue.text) }))
    .filter(({ text }) => text)
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
