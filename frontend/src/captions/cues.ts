import { readMarkedCues, type Cue } from '../videos/web_vtt.js'

/** A cue in the editor; its id lasts as long as the page. */
export interface EditedCue extends Cue {
  id: number
}

export const LINE_LENGTH = 42
/** Of a caption that most people can still read. */
export const READING_SPEED = 20

let lastId = 0

export const newCue = (cue: Cue): EditedCue => ({ ...cue, id: ++lastId })

export const readTrack = (webVtt: string) =>
  readMarkedCues(webVtt).map((cue) => newCue({ ...cue, text: cue.text.replaceAll('&amp;', '&') }))

export const inOrder = (cues: EditedCue[]) =>
  cues.toSorted((a, b) => a.startSeconds - b.startSeconds || a.endSeconds - b.endSeconds)

/** For the API, which reads it as it reads any file: what has no words is left out, and blank lines within a cue. */
export function writeTrack(cues: Cue[]): string {
  const blocks = inOrder(cues as EditedCue[])
    .filter(({ text }) => text.trim())
    .map(({ startSeconds, endSeconds, text }) => {
      const lines = text
        .replaceAll('-->', '→')
        .replace(/\n\s*\n/g, '\n')
        .trim()
      return `${timestamp(startSeconds)} --> ${timestamp(endSeconds)}\n${lines}`
    })
  return ['WEBVTT', ...blocks].join('\n\n') + '\n'
}

export function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const pad = (value: number, length = 2) => String(value).padStart(length, '0')
  const hours = Math.floor(ms / 3_600_000)
  return `${pad(hours)}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}

/** `1:23.45`, as people write it. */
export function timeText(seconds: number): string {
  const hundredths = Math.round(seconds * 100)
  const minutes = Math.floor(hundredths / 6000)
  const rest = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0')
  if (minutes < 60) return `${minutes}:${rest}`
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`
}

/** Reads `83`, `1:23`, `1:23,4` or `1:02:03.45`; null where it is no time. */
export function readTime(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  if (!/^(?:\d+:){0,2}\d+(?:\.\d+)?$/.test(plain)) return null
  return plain.split(':').reduce((total, part) => total * 60 + Number(part), 0)
}

const spoken = (text: string) => text.replace(/<[^<>]*>/g, '')

export interface CueProblems {
  charactersPerSecond: number
  isTooFast: boolean
  overlaps: boolean
  hasLongLine: boolean
  isEmpty: boolean
}

export function problemsOf(cue: Cue, next: Cue | undefined): CueProblems {
  const lines = spoken(cue.text).split('\n')
  const length = lines.join(' ').trim().length
  const charactersPerSecond = Math.round(length / Math.max(0.1, cue.endSeconds - cue.startSeconds))
  return {
    charactersPerSecond,
    isTooFast: charactersPerSecond > READING_SPEED,
    overlaps: next !== undefined && cue.endSeconds > next.startSeconds + 0.001,
    hasLongLine: lines.some((line) => line.length > LINE_LENGTH),
    isEmpty: length === 0,
  }
}

export const hasProblem = ({ charactersPerSecond: _, ...faults }: CueProblems) =>
  Object.values(faults).some(Boolean)
