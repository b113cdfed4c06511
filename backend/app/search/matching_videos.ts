import { searchVideos } from './search_videos.js'

/** Ids of the listed videos in which the text is found, the best first. */
export async function matchingVideoIds(text: string): Promise<string[]> {
  return (await searchVideos(text)).hits.map(({ id }) => id)
}
