import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { data } from '#app/core/answers'
import { invalid } from '#app/core/hub_error'
import { findVisibleVideo } from '#app/videos/find_video'
import VideoPolicy from '#app/videos/video_policy'
import Consent from './consent.js'
import { latestConsent, revisionToConsent } from './latest_consent.js'
import { consentValidator } from './review_validators.js'

export default class ConsentsController {
  async show(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('readRecord', video)
    const consent = await latestConsent(video)
    return data(consent && (await consentView(consent)))
  }

  async update(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('recordConsent', video)
    const { nobodyIdentifiable = false, people = [] } = await ctx.request.validateUsing(consentValidator)
    if (nobodyIdentifiable === people.length > 0) throw invalid('E_CONSENT_EITHER', 'people')
    const consent = await Consent.create({
      videoId: video.id,
      revisionId: revisionToConsent(video),
      nobodyIdentifiable,
      people,
      recordedBy: actor.id,
      recordedAt: DateTime.utc(),
    })
    return data(await consentView(consent))
  }
}

async function consentView(consent: Consent) {
  await consent.load('recorder')
  return {
    nobodyIdentifiable: consent.nobodyIdentifiable,
    people: consent.people,
    recordedAt: consent.recordedAt.toISO(),
    recordedBy: consent.recorder && { id: consent.recorder.id, fullName: consent.recorder.fullName },
  }
}
