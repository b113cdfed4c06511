/** Ids of the published videos in which the text is found, the best first. */
export async function matchingVideoIds(_text: string): Promise<string[]> {
  return []
}
