import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data } from '#app/core/answers'
import { findVisibleVideo } from '#app/videos/find_video'
import { formPurposes, issueToken } from './form_token.js'
import { difficultyFor } from './proof_of_work.js'
import { formKey, formsOfLastTenMinutes } from './receive_form.js'
import { leastSeconds } from './suspicions.js'

const validator = vine.create({ purpose: vine.enum(formPurposes) })

/** What a form is given when somebody opens it. */
export default class FormTokensController {
  async show(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    const { purpose } = await ctx.request.validateUsing(validator)
    const difficultyBits = difficultyFor(await formsOfLastTenMinutes())
    const given = { purpose, videoId: video.id, issuedAtMs: Date.now(), difficultyBits }
    ctx.response.header('Cache-Control', 'no-store')
    return data({ token: issueToken(given, formKey()), difficultyBits, leastSeconds })
  }
}
