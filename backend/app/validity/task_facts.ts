import { agencyMention } from '#app/accounts/agency_view'
import User from '#app/accounts/user'
import { mediaUrl } from '#app/playback/media_url'
import Tag from '#app/tags/tag'
import type Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import { isAboutDocument } from './cause.js'
import type ValidityTask from './validity_task.js'

/** A document may be taught by hundreds of videos: the first of them are named. */
const mostVideos = 50

export type TaskFacts = Awaited<ReturnType<typeof taskFacts>>

/** The tags, videos and people that tasks speak of. */
export async function taskFacts(tasks: ValidityTask[]) {
  const tags = new Map((await tagsWith(tasks.flatMap(({ tagIds }) => tagIds))).map((tag) => [tag.id, tag]))
  const idsOf = (task: ValidityTask) => [...new Set(task.tagIds.flatMap((id) => tags.get(id)?.videoId ?? []))]
  const documentVideoIds = tasks
    .filter(({ kind }) => isAboutDocument(kind))
    .flatMap((task) => idsOf(task).slice(0, mostVideos))
  const videos = await videosWith([...tasks.flatMap(({ videoId }) => videoId ?? []), ...documentVideoIds])
  const deciders = await peopleWith(tasks.flatMap(({ decisions }) => decisions.map((one) => one.decidedBy)))
  const videosOf = (task: ValidityTask) => idsOf(task).flatMap((id) => videos.get(id) ?? [])
  return { tags, videos, deciders, videosOf }
}

async function tagsWith(ids: string[]): Promise<Tag[]> {
  const unique = [...new Set(ids)]
  const tags: Tag[] = []
  for (let at = 0; at < unique.length; at += 500) {
    tags.push(...(await Tag.query().whereIn('id', unique.slice(at, at + 500))))
  }
  return tags
}

async function videosWith(ids: string[]) {
  const videos = await Video.query()
    .whereIn('id', [...new Set(ids)])
    .preload('agency')
    .preload('currentRevision')
  return new Map(videos.map((video) => [video.id, videoMention(video)]))
}

function videoMention(video: Video) {
  const revision = video.currentRevision as Revision | null
  const poster = revision?.files?.poster
  return {
    id: video.id,
    slug: video.slug,
    title: video.title,
    status: video.status,
    historicalSince: video.historicalSince?.toISO() ?? null,
    agency: video.agency && agencyMention(video.agency),
    durationSeconds: revision?.durationSeconds ?? null,
    orientation: revision?.orientation ?? null,
    posterUrl: revision && poster ? mediaUrl(revision, poster, { isPublic: revision.isPublic }) : null,
  }
}

async function peopleWith(ids: string[]) {
  const people = ids.length ? await User.query().whereIn('id', [...new Set(ids)]) : []
  return new Map(people.map(({ id, fullName }) => [id, { id, fullName }]))
}
