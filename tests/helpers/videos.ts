import { DateTime } from 'luxon'
import { newId } from '#app/core/ids'
import { todayInVietnam } from '#app/core/legal_day'
import Law from '#app/laws/law'
import Tag from '#app/tags/tag'
import Topic from '#app/topics/topic'
import CaptionTrack from '#app/videos/caption_track'
import Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import { givenUser } from './people.js'

interface Skit extends Partial<Omit<Video, 'topics'>> {
  topics?: string[]
  durationSeconds?: number
  orientation?: Revision['orientation']
  /** WebVTT. */
  captions?: string
}

/** A video with its revision as the pipeline leaves it, without any file behind it; `ready` unless told otherwise. */
export async function givenVideo({ topics, durationSeconds, orientation, captions, ...fields }: Skit = {}) {
  const ownerId = fields.ownerId ?? (await givenUser('producer')).id
  const video = await Video.create({
    title: 'Chuyện trong xóm',
    slug: `video-${newId()}`,
    audiences: [],
    status: 'ready',
    viewCount: 0,
    description: '',
    ...fields,
    ownerId,
  } as Partial<Video>)
  const revision = await Revision.create({
    videoId: video.id,
    number: 1,
    sourceKey: `private/sources/${video.id}`,
    sourceFilename: 'tieu-pham.mp4',
    sourceSizeBytes: 1000,
    durationSeconds: durationSeconds ?? 100,
    orientation: orientation ?? 'landscape',
    isPublic: video.isPublished,
    files: { playlist: 'master.m3u8', poster: 'poster.jpg' },
    receivedAt: DateTime.utc(),
    completedAt: DateTime.utc(),
  })
  await video.merge({ currentRevisionId: revision.id }).save()
  if (topics) {
    const found = await Topic.query().whereIn('slug', topics)
    await video.related('topics').sync(found.map((topic) => topic.id))
  }
  if (captions) {
    const track = { videoId: video.id, lang: 'vi', label: 'Tiếng Việt', webVtt: captions, needsCheck: false }
    await CaptionTrack.create({ ...track, kind: 'captions' })
  }
  return video
}

export const givenPublishedVideo = (fields: Skit = {}) =>
  givenVideo({ status: 'published', publishedAt: DateTime.utc(), ...fields })

/** A tie to the document with this number, which must be in the record. */
export async function givenTag(video: Video, number: string, fields: Partial<Tag> = {}) {
  const law = await Law.findByOrFail('number', number)
  const asOf = todayInVietnam()
  return Tag.create({ videoId: video.id, lawId: law.id, role: 'teaches', asOf, needsCheck: false, ...fields })
}
