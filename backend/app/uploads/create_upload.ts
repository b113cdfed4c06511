import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { invalid, notFound } from '#app/core/hub_error'
import { checkReceives } from '#app/videos/add_revision'
import Video from '#app/videos/video'
import VideoPolicy from '#app/videos/video_policy'
import Upload from './upload.js'
import { checkUploadSize, uploadLifetimeDays } from './upload_limits.js'

export interface UploadRequest {
  id: string
  sizeBytes: number | undefined
  videoId: string | null | undefined
  filename: string | null | undefined
}

/** Everything that can be refused is refused here, before a byte is sent. */
export async function createUpload(ctx: HttpContext, wanted: UploadRequest): Promise<void> {
  const actor = ctx.requireActor()
  if (!wanted.videoId) throw invalid('E_UPLOAD_NEEDS_VIDEO', 'videoId')
  const video = await Video.find(wanted.videoId)
  if (!video || (await ctx.bouncer.with(VideoPolicy).denies('view', video))) throw notFound()
  await ctx.bouncer.with(VideoPolicy).authorize('upload', video)
  checkReceives(video)
  // Upload-Defer-Length: without a size nothing could be promised
  if (wanted.sizeBytes === undefined) throw invalid('E_UPLOAD_NEEDS_LENGTH', 'Upload-Length')
  await checkUploadSize(wanted.sizeBytes)
  await Upload.create({
    id: wanted.id,
    videoId: video.id,
    userId: actor.id,
    filename: readFilename(wanted.filename),
    sizeBytes: wanted.sizeBytes,
    expiresAt: DateTime.utc().plus({ days: uploadLifetimeDays }),
  })
}

/** For showing only: a file is never stored or opened under the name it was sent with. */
function readFilename(sent: string | null | undefined) {
  const name = (sent ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[\\/]/)
    .at(-1)!
    .trim()
  return name.slice(0, 300) || 'video'
}

/** An upload goes on only in the hands that began it. */
export async function findOwnUpload(ctx: HttpContext, id: string): Promise<Upload> {
  const actor = ctx.requireActor()
  const upload = await Upload.find(id)
  if (!upload || upload.userId !== actor.id) throw notFound()
  return upload
}
