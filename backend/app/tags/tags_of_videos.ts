import { todayInVietnam } from '#app/core/legal_day'
import { lawRecord } from '#app/laws/law_record'
import { compareProvisions } from '#app/laws/provision'
import Tag from './tag.js'
import { tagView, type TagView } from './tag_view.js'

/** The tags of each video (two queries for all of them), those of the whole video first, then as they come in it. */
export async function tagsOfVideos(
  videoIds: string[],
  day = todayInVietnam()
): Promise<Map<string, TagView[]>> {
  const byVideo = new Map<string, TagView[]>(videoIds.map((id) => [id, []]))
  if (!videoIds.length) return byVideo
  const tags = await Tag.query().whereIn('videoId', videoIds).orderBy('createdAt').orderBy('id')
  tags.sort((a, b) => (a.startSeconds ?? -1) - (b.startSeconds ?? -1) || compareProvisions(a, b))
  const record = await lawRecord()
  for (const tag of tags) byVideo.get(tag.videoId)?.push(tagView(tag, record, day))
  return byVideo
}
