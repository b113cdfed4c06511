import type { HttpContext } from '@adonisjs/core/http'
import User from '#app/accounts/user'
import CaptionTrack from '#app/videos/caption_track'
import { findVisibleVideo } from '#app/videos/find_video'
import VideoPolicy from '#app/videos/video_policy'
import { captionView } from './caption_view.js'
import { ownCommand } from './own_command.js'
import Recognition from './recognition.js'
import { recognitionView } from './recognition_view.js'

export default class CaptionTracksController {
  /** What those who edit need beside what viewers get: who has checked a track, and what speech recognition is doing. */
  async index(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('edit', video)
    const tracks = await CaptionTrack.query().where('videoId', video.id).orderBy('lang', 'desc')
    const ids = tracks.map(({ checkedById }) => checkedById).filter((id) => id !== null)
    const names = new Map((await User.query().whereIn('id', ids)).map(({ id, fullName }) => [id, fullName]))
    const recognitions = await Recognition.query().where('videoId', video.id).orderBy('lang', 'desc')
    return {
      data: tracks.map((track) => ({
        ...captionView(video.id, track),
        checkedBy: names.get(track.checkedById ?? '') ?? null,
        updatedAt: track.updatedAt.toISO(),
      })),
      meta: {
        canRecognise: ownCommand() !== null,
        recognitions: recognitions.map((recognition) => recognitionView(recognition, ctx.i18n)),
      },
    }
  }
}
