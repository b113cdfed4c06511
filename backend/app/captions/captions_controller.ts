import type { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { data } from '#app/core/answers'
import { invalid, notFound } from '#app/core/hub_error'
import CaptionTrack from '#app/videos/caption_track'
import { findVisibleVideo } from '#app/videos/find_video'
import { lockVideo } from '#app/videos/lock_video'
import { placeSubtitles } from '#app/videos/place_subtitles'
import { VideoChanged } from '#app/videos/video_events'
import VideoPolicy from '#app/videos/video_policy'
import { captionView } from './caption_view.js'
import { readCaptions, writeWebVtt } from './read_captions.js'

export default class CaptionsController {
  async show(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    const track = await CaptionTrack.query().where({ videoId: video.id, lang: ctx.params.lang }).first()
    if (!track) throw notFound()
    ctx.response.header('Content-Type', 'text/vtt; charset=utf-8')
    if (!ctx.actor) ctx.response.header('Cache-Control', 'public, max-age=60')
    return ctx.response.send(track.webVtt)
  }

  async update(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('edit', video)
    const lang = readLanguage(ctx.params.lang)
    const cues = await readCaptions(ctx.request.raw() ?? '')
    if (cues.length === 0) throw invalid('E_CAPTIONS_UNREADABLE', 'body')
    const track = await changeCaptions(video.id, (trx) =>
      CaptionTrack.updateOrCreate(
        { videoId: video.id, lang },
        {
          label: labelOf(lang),
          kind: lang === 'vi' ? 'captions' : 'subtitles',
          webVtt: writeWebVtt(cues),
          needsCheck: false,
        },
        { client: trx }
      )
    )
    await VideoChanged.dispatch(video.id)
    return data({ ...captionView(video.id, track), cueCount: cues.length })
  }

  async destroy(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('edit', video)
    const track = await CaptionTrack.query().where({ videoId: video.id, lang: ctx.params.lang }).first()
    if (!track) throw notFound()
    await changeCaptions(video.id, (trx) => track.useTransaction(trx).delete())
    await VideoChanged.dispatch(video.id)
    return ctx.response.noContent()
  }
}

/** The rows and the subtitles in the video's trees change together. */
function changeCaptions<T>(
  videoId: string,
  change: (trx: TransactionClientContract) => Promise<T>
): Promise<T> {
  return db.transaction(async (trx) => {
    const video = await lockVideo(trx, videoId)
    if (!video) throw notFound()
    const changed = await change(trx)
    await placeSubtitles(trx, video)
    return changed
  })
}

/** A BCP 47 tag, in the plain form that players match. */
function readLanguage(given: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(given))
    throw invalid('E_LANGUAGE_UNKNOWN', 'lang', { lang: given })
  return given
}

/** The language's name in itself: what its readers look for. */
function labelOf(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }).of(lang) ?? lang
  return name.charAt(0).toUpperCase() + name.slice(1)
}
