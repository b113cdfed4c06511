const KEY = 'hub-dismissed-suggestions'
const MOST_VIDEOS = 100

type Kept = Record<string, string[]>

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return kept !== null && typeof kept === 'object' && !Array.isArray(kept) ? (kept as Kept) : {}
  } catch {
    return {}
  }
}

/** The provisions that were dismissed for a video in this browser. */
export function dismissedOf(videoId: string): Set<string> {
  const keys = read()[videoId]
  return new Set(Array.isArray(keys) ? keys : [])
}

/** Remembers them, for the videos that were last on this desk; a browser that keeps nothing asks again next time. */
export function keepDismissed(videoId: string, keys: ReadonlySet<string>) {
  const { [videoId]: _, ...others } = read()
  const entries = [[videoId, [...keys]] as const, ...Object.entries(others)]
  const kept = entries.filter(([, each]) => each.length).slice(0, MOST_VIDEOS)
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
