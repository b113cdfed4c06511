export interface UnfinishedUpload {
  storageKey: string
  name: string
  sizeBytes: number
  videoId: string
  begunAt: string
}

/** The server keeps a part of a file for seven days; after that there is nothing to go on with. */
const KEPT_MS = 7 * 24 * 3600 * 1000

/** What this account began to send from this browser and did not finish (as tus-js-client remembers it). */
export function unfinishedUploads(accountId: string): UnfinishedUpload[] {
  const prefix = `tus::hub|${accountId}|`
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => read(key))
    .sort((a, b) => b.begunAt.localeCompare(a.begunAt))
}

function read(storageKey: string): UnfinishedUpload[] {
  try {
    const { size, metadata, creationTime } = JSON.parse(localStorage.getItem(storageKey) ?? '')
    const begun = new Date(creationTime)
    if (Date.now() - begun.getTime() > KEPT_MS) {
      forgetUnfinished(storageKey)
      return []
    }
    const { filename: name, videoId } = metadata
    return [{ storageKey, name, sizeBytes: size, videoId, begunAt: begun.toISOString() }]
  } catch {
    // Not as we write it: of no use to anybody.
    forgetUnfinished(storageKey)
    return []
  }
}

export function forgetUnfinished(storageKey: string) {
  localStorage.removeItem(storageKey)
}
