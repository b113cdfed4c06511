import { invalid } from '#app/core/hub_error'

export interface Span {
  startSeconds: number | null
  endSeconds: number | null
}

/** Players and encoders round the length of a video: an end this far beyond it means its end. */
const roundingSeconds = 0.5

/** The seconds as they are kept: within the video, the end behind the start; both null for the whole video. */
export function checkedSeconds({ startSeconds, endSeconds }: Span, durationSeconds: number | null): Span {
  const start = startSeconds ?? (endSeconds === null ? null : 0)
  if (start === null) return { startSeconds: null, endSeconds: null }
  if (endSeconds !== null && endSeconds <= start) throw invalid('E_SECONDS_ORDER', 'endSeconds')
  if (durationSeconds === null) return { startSeconds: start, endSeconds }
  const beyond = (field: string) =>
    invalid('E_SECONDS_BEYOND', field, { durationSeconds: Math.round(durationSeconds * 10) / 10 })
  if (start >= durationSeconds) throw beyond('startSeconds')
  if (endSeconds === null) return { startSeconds: start, endSeconds }
  if (endSeconds > durationSeconds + roundingSeconds) throw beyond('endSeconds')
  return { startSeconds: start, endSeconds: Math.min(endSeconds, durationSeconds) }
}
