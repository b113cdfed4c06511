/** Where somebody stopped, by the video's id, the latest last; kept in the browser and never sent. */
export type Places = Record<string, number>

const mostPlaces = 60
/** Whoever saw less than this, or has no more than this left, starts again. */
const edgeSeconds = 10

/** The places after somebody has got to a second of a video. */
export function withPlace(
  places: Places,
  videoId: string,
  { seconds, durationSeconds }: { seconds: number; durationSeconds: number }
): Places {
  const { [videoId]: _, ...others } = places
  const isWorthKeeping = seconds >= edgeSeconds && seconds <= durationSeconds - edgeSeconds
  if (!isWorthKeeping) return others
  const latest = Object.entries(others).slice(1 - mostPlaces)
  return { ...Object.fromEntries(latest), [videoId]: Math.floor(seconds) }
}

/** What was kept, as far as it can be read: it lies where other programs and earlier versions write too. */
export function readPlaces(text: string | null): Places {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {}
    return Object.fromEntries(
      Object.entries(read).filter(([, seconds]) => Number.isFinite(seconds) && seconds >= 0)
    )
  } catch {
    return {}
  }
}
