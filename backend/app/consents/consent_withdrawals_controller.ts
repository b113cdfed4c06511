import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data } from '#app/core/answers'
import { withdrawalView } from '#app/review/consent_view'
import { withdrawalChannels } from '#app/review/consent_withdrawal'
import { existingDay } from '#app/review/review_validators'
import { findVisibleVideo } from '#app/videos/find_video'
import VideoPolicy from '#app/videos/video_policy'
import { findPerson } from './find_person.js'
import { withdrawConsent } from './withdraw_consent.js'

const withdrawalValidator = vine.create({
  withdrawnOn: vine.string().use(existingDay()),
  channel: vine.enum(withdrawalChannels),
  reason: vine.string().trim().minLength(1).maxLength(2000),
})

export default class ConsentWithdrawalsController {
  async store(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const said = await ctx.request.validateUsing(withdrawalValidator)
    const person = await findPerson(video, ctx.params.personId)
    const withdrawal = await withdrawConsent({ video, person, actor }, said)
    return ctx.response.created(data({ ...withdrawalView(withdrawal), status: video.status }))
  }
}
