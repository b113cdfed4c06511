import { allowGuest, BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/accounts/user'
import type Video from './video.js'
import type { VideoStatus } from './video_status.js'

/** While a video is being reviewed or shown, what was judged must not change under the editors' hands. */
const producerMayEdit: VideoStatus[] = [
  'draft',
  'processing',
  'ready',
  'changes_requested',
  'failed',
  'withdrawn',
]

export default class VideoPolicy extends BasePolicy {
  /** Published videos are everybody's; others are seen by their producer, the producer's colleagues and the editors. */
  @allowGuest()
  view(actor: User | null, video: Video) {
    return video.isPublished || this.viewUnpublished(actor, video)
  }

  @allowGuest()
  viewUnpublished(actor: User | null, video: Video) {
    if (!actor) return false
    return (
      actor.isEditor || isOwn(actor, video) || (video.agencyId !== null && video.agencyId === actor.agencyId)
    )
  }

  edit(actor: User, video: Video) {
    return actor.isEditor || (isOwn(actor, video) && producerMayEdit.includes(video.status))
  }

  /** Send a file, try again, cancel: whether the video takes one now is said by `receives` (add_revision.ts). */
  upload(actor: User, video: Video) {
    return actor.isEditor || isOwn(actor, video)
  }

  /** Whoever answers for the video says who appears in it, also while it is being reviewed: consent may come late. */
  recordConsent(actor: User, video: Video) {
    return actor.isEditor || isOwn(actor, video)
  }

  /** Nobody deletes what is published: it is taken down first (delete_video.ts). */
  delete(actor: User, video: Video) {
    if (video.isPublished) return actor.isAdministrator
    return actor.isAdministrator || (isOwn(actor, video) && producerMayEdit.includes(video.status))
  }

  submit(actor: User, video: Video) {
    return actor.isEditor || isOwn(actor, video)
  }

  review(actor: User) {
    return actor.isEditor
  }

  readRecord(actor: User, video: Video) {
    return actor.isEditor || isOwn(actor, video)
  }
}

const isOwn = (actor: User, video: Video) => video.ownerId === actor.id
