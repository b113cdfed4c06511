import type Law from '#app/laws/law'
import type Tag from '#app/tags/tag'
import ValidityTask from '#app/validity/validity_task'
import { reviewLaws } from '#app/validity/review_laws'
import type Video from '#app/videos/video'
import { givenLaw, givenRelation } from './laws.js'
import { givenPublishedVideo, givenTag } from './videos.js'

interface Replaced {
  old: Law
  successor: Law
  video: Video
  tag: Tag
  task: ValidityTask
}

/** A published video that teaches article 8 of a law which another has replaced, and the task that followed. */
export async function givenReplaced(
  fields: Parameters<typeof givenPublishedVideo>[0] = {}
): Promise<Replaced> {
  const old = await givenLaw()
  const successor = await givenLaw({ effectiveOn: '2026-06-01' })
  const video = await givenPublishedVideo(fields)
  const tag = await givenTag(video, old.number, { article: '8', startSeconds: 10, endSeconds: 20 })
  await givenRelation(successor, old)
  const task = await ValidityTask.query().where({ lawId: old.id, videoId: video.id }).firstOrFail()
  return { old, successor, video, tag, task }
}

/** A law that another amends in places that nobody has named, taught by two videos: its articles 8 and 9. */
export async function givenUnknownScope() {
  const old = await givenLaw()
  const source = await givenLaw({ effectiveOn: '2026-06-01' })
  const [first, second] = [await givenPublishedVideo(), await givenPublishedVideo()]
  await givenTag(first, old.number, { article: '8', clause: '2', point: 'đ' })
  await givenTag(second, old.number, { article: '9' })
  const relation = await givenRelation(source, old, { relation: 'sua_doi_bo_sung', scope: 'part' })
  const task = await ValidityTask.query().where({ lawId: old.id, kind: 'scope_unknown' }).firstOrFail()
  return { old, source, relation, task, first, second }
}

/** As the daily job would see it. */
export const reviewed = async (law: Law) => reviewLaws([law.id])
