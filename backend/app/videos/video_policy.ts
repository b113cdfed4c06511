import { allowGuest, BasePolicy } from '@adonisjs/bouncer'
import type User from '#app/accounts/user'
import type Video from './video.js'
import type { VideoStatus } from './video_status.js'

/** While a video is being reviewed or shown, what was judged must not change under the editors' hands. */
const producerMayEdit: VideoStatus[] = ['draft', 'processing', 'ready', 'changes_requested', 'failed', 'withdrawn']

export default class VideoPolicy extends BasePolicy {
  /** Published videos are everybody's; others are seen by their producer, the producer's colleagues and the editors. */
  @allowGuest()
  view(actor: User | null, video: Video) {
    return video.isPublished || this.viewUnpublished(actor, video)
  }

  @allowGuest()
  viewUnpublished(actor: User | null, video: Video) {
    if (!actor) return false
    return actor.isEditor || isOwn(actor, video) || (video.agencyId !== null && video.agencyId === actor.agencyId)
  }

  edit(actor: User, video: Video) {
    return actor.isEditor || (isOwn(actor, video) && producerMayEdit.includes(video.status))
  }

  /** A new file may be sent at any time but while the old one is judged; of a published video it makes a revision in waiting. */
  upload(actor: User, video: Video) {
    return (actor.isEditor || isOwn(actor, video)) && !['in_review', 'approved'].includes(video.status)
  }

  /** Whoever answers for the video says who appears in it, also while it is being reviewed: consent may come late. */
  recordConsent(actor: User, video: Video) {
    return actor.isEditor || isOwn(actor, video)
  }

  delete(actor: User, video: Video) {
    if (video.isPublished) return false
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
