import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { findVisibleVideo } from '#app/videos/find_video'
import VideoPolicy from '#app/videos/video_policy'
import { readLanguage } from './language.js'
import { recognitionView } from './recognition_view.js'
import { forgetRecognition, startRecognition } from './start_recognition.js'

export default class RecognitionsController {
  async store(ctx: HttpContext) {
    const { video, lang } = await this.#editable(ctx)
    const recognition = await startRecognition(video, lang, ctx.requireActor())
    return ctx.response.accepted(data(recognitionView(recognition, ctx.i18n)))
  }

  async destroy(ctx: HttpContext) {
    const { video, lang } = await this.#editable(ctx)
    await forgetRecognition(video.id, lang)
    return ctx.response.noContent()
  }

  async #editable(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('edit', video)
    return { video, lang: readLanguage(ctx.params.lang) }
  }
}
