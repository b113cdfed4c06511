import type { RecordEntry, Video } from '../api/types.js'

/** Something is being made of a file, so the answer changes by itself. */
export function isProcessing({ status, pendingRevision }: Video): boolean {
  return status === 'processing' || pendingRevision?.status === 'processing'
}

/** There is something to watch, or there will be without anybody's doing. */
export function hasPicture({ status }: Video): boolean {
  return !['draft', 'processing', 'failed'].includes(status)
}

/** How long it took from the last byte until it could be watched; null while that is not known. */
export function secondsUntilPlayable({ timings }: Video): number | null {
  const { receivedAt, firstPlayableAt } = timings
  if (!receivedAt || !firstPlayableAt) return null
  return Math.max(0, (Date.parse(firstPlayableAt) - Date.parse(receivedAt)) / 1000)
}

/** In the words of a person: seconds below a minute and a half, else minutes. */
export function timeTaken(seconds: number): { sentence: 'seconds' | 'minutes'; count: number } {
  if (seconds < 90) return { sentence: 'seconds', count: Math.max(1, Math.round(seconds)) }
  return { sentence: 'minutes', count: Math.round(seconds / 60) }
}

/** What the editors asked for since the video was last submitted, the newest first. */
export function openRemarks(record: RecordEntry[]): RecordEntry[] {
  const lastSubmitted = record.findLastIndex(({ action }) => action === 'submit')
  return record
    .slice(lastSubmitted + 1)
    .filter(({ action }) => action === 'request_changes')
    .reverse()
}
