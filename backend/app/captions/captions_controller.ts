import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data } from '#app/core/answers'
import { notFound } from '#app/core/hub_error'
import { findVisibleVideo } from '#app/videos/find_video'
import { VideoChanged } from '#app/videos/video_events'
import VideoPolicy from '#app/videos/video_policy'
import { captionView, versionOf } from './caption_view.js'
import { changeCaptions, findTrack } from './change_captions.js'
import { importCaptions } from './import_captions.js'
import { readLanguage } from './language.js'
import { readBody } from './read_body.js'
import { readCaptions } from './read_captions.js'
import { saveCaptions } from './save_captions.js'
import { writeSrt, writeText } from './write_captions.js'

const fileLimitBytes = 2_000_000

const showValidator = vine.create({ format: vine.enum(['vtt', 'srt', 'text'] as const).optional() })
const updateValidator = vine.create({ checked: vine.boolean().optional() })

export default class CaptionsController {
  async show(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    const { format } = await ctx.request.validateUsing(showValidator, { data: ctx.request.qs() })
    const track = await findTrack(video.id, ctx.params.lang)
    if (!track) throw notFound()
    const { response } = ctx
    if (!ctx.actor) response.header('Cache-Control', 'public, max-age=60')
    response.header('ETag', `"${versionOf(track)}"`)
    if (format) {
      const name = `${video.slug}.${track.lang}.${format === 'text' ? 'txt' : format}`
      response.header('Content-Disposition', `attachment; filename="${name}"`)
    }
    const type = { vtt: 'text/vtt', srt: 'application/x-subrip', text: 'text/plain' }[format ?? 'vtt']
    response.header('Content-Type', `${type}; charset=utf-8`)
    if (format === 'srt') return response.send(writeSrt(await readCaptions(track.webVtt)))
    if (format === 'text') return response.send(writeText(await readCaptions(track.webVtt)))
    return response.send(track.webVtt)
  }

  async update(ctx: HttpContext) {
    const { video, lang } = await this.#editable(ctx)
    const { checked } = await ctx.request.validateUsing(updateValidator, { data: ctx.request.qs() })
    const { cues, meta } = await importCaptions(await readBody(ctx.request.request, fileLimitBytes), lang)
    const track = await saveCaptions(video.id, lang, {
      cues,
      actor: ctx.requireActor(),
      basedOn: basedOn(ctx.request),
      isChecked: checked ?? false,
    })
    await VideoChanged.dispatch(video.id)
    return { ...data({ ...captionView(video.id, track), cueCount: cues.length }), meta }
  }

  /** Reads a file and keeps nothing: for whoever wants to look at it before it is saved. */
  async read(ctx: HttpContext) {
    const { lang } = await this.#editable(ctx)
    const { cues, meta } = await importCaptions(await readBody(ctx.request.request, fileLimitBytes), lang)
    return { ...data(cues), meta }
  }

  async destroy(ctx: HttpContext) {
    const { video, lang } = await this.#editable(ctx)
    await changeCaptions(video.id, async (trx) => {
      const track = await findTrack(video.id, lang, trx)
      if (!track) throw notFound()
      await track.useTransaction(trx).delete()
    })
    await VideoChanged.dispatch(video.id)
    return ctx.response.noContent()
  }

  async #editable(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('edit', video)
    return { video, lang: readLanguage(ctx.params.lang) }
  }
}

/** RFC 9110, 13.1: `If-Match: "version"`, or `If-None-Match: *` for a track that is not there yet. */
function basedOn(request: HttpContext['request']): string | null | undefined {
  const match = request.header('if-match')
  if (match) return match.replace(/^"|"$/g, '')
  return request.header('if-none-match') === '*' ? null : undefined
}
