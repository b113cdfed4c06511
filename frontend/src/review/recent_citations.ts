const KEY = 'hub-recent-citations'
const MOST = 30

/** What was cited lately in this browser, the last first: nobody types the same citation twice. */
export function recentCitations(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}

export function rememberCitation(citation: string) {
  const others = recentCitations().filter((each) => each !== citation)
  localStorage.setItem(KEY, JSON.stringify([citation, ...others].slice(0, MOST)))
}
