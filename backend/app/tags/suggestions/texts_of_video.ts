import { readCaptions } from '#app/captions/read_captions'
import type Video from '#app/videos/video'
import CaptionTrack from '#app/videos/caption_track'
import { shownSeconds } from '../create_tags.js'
import Tag from '../tag.js'
import type { VideoTexts } from './suggest_tags.js'

/** What is written and said of a video, and what it is tied to: three queries. */
export async function textsOfVideo(video: Video): Promise<VideoTexts> {
  const tracks = await CaptionTrack.query().where('videoId', video.id).orderBy('kind').orderBy('lang')
  return {
    title: video.title,
    description: video.description,
    captions: await Promise.all(tracks.map(({ webVtt }) => readCaptions(webVtt))),
    durationSeconds: await shownSeconds(video),
    tags: await Tag.query().where('videoId', video.id),
  }
}
