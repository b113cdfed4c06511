import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { findVisibleVideo } from '#app/videos/find_video'
import VideoPolicy from '#app/videos/video_policy'
import { askForWaveform } from './ask_for_waveform.js'
import { findSound } from './find_sound.js'
import { peaksPerSecond } from './peaks.js'

export default class WaveformsController {
  /** 202 while it is being made: to be asked for again. */
  async show(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('edit', video)
    const { state, peaks } = await askForWaveform(await findSound(video))
    ctx.response.header('Cache-Control', 'private, no-store')
    return ctx.response
      .status(state === 'making' ? 202 : 200)
      .send(data({ state, peaksPerSecond, peaks: state === 'ready' ? peaks : null }))
  }
}
