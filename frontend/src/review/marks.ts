/** The seconds that a tag is about; both null: the whole video. */
export interface Marks {
  startSeconds: number | null
  endSeconds: number | null
}

export const NO_MARKS: Marks = { startSeconds: null, endSeconds: null }

const tenth = (seconds: number) => Math.round(seconds * 10) / 10

/** A beginning that lies behind the end makes the end forgotten. */
export function markIn({ endSeconds }: Marks, at: number): Marks {
  const startSeconds = tenth(at)
  return { startSeconds, endSeconds: endSeconds !== null && endSeconds > startSeconds ? endSeconds : null }
}

/** An end without a beginning reaches back to the start of the video. */
export function markOut({ startSeconds }: Marks, at: number): Marks {
  const endSeconds = tenth(at)
  if (endSeconds <= 0) return NO_MARKS
  const isBefore = startSeconds !== null && startSeconds < endSeconds
  return { startSeconds: isBefore ? startSeconds : 0, endSeconds }
}

/** `1:23.5`, or empty where nothing is marked. */
export function timeText(seconds: number | null): string {
  if (seconds === null) return ''
  const tenths = Math.round(seconds * 10)
  const rest = (tenths % 600) / 10
  const padded = `${rest < 10 ? '0' : ''}${Number.isInteger(rest) ? rest : rest.toFixed(1)}`
  const minutes = Math.floor(tenths / 600)
  return minutes < 60
    ? `${minutes}:${padded}`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${padded}`
}

/** Reads `83`, `1:23`, `1:23.5` or `1:02:03`; null for an empty text, undefined where it is no time. */
export function readTime(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return null
  if (!/^(?:\d+:){0,2}\d+(?:\.\d+)?$/.test(plain)) return undefined
  return tenth(plain.split(':').reduce((total, part) => total * 60 + Number(part), 0))
}
