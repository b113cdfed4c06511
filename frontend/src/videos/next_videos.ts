import type { ListedVideo } from '../api/types.js'

/** What may be watched next: skits on the same law before those on the same topic, none twice, and not this one. */
export function nextVideos(ownId: string, sameLaw: ListedVideo[], sameTopic: ListedVideo[]): ListedVideo[] {
  const seen = new Set([ownId])
  return [...sameLaw, ...sameTopic].filter(({ id }) => {
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}
