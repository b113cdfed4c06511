import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { data } from '#app/core/answers'
import { invalid } from '#app/core/hub_error'
import { newId } from '#app/core/ids'
import { findVisibleVideo } from '#app/videos/find_video'
import { recordStep } from '#app/videos/review_record'
import VideoPolicy from '#app/videos/video_policy'
import Consent from './consent.js'
import { consentFacts } from './consent_facts.js'
import { consentView } from './consent_view.js'
import { latestConsent, revisionToConsent } from './latest_consent.js'
import { knownPeople, peopleOf } from './people_shown.js'
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
    // Who was in an earlier file and is in the new one stays the same person, with the same signed form
    const last = await Consent.query()
      .where('videoId', video.id)
      .orderBy('recordedAt', 'desc')
      .orderBy('id')
      .first()
    const { withdrawals } = (await consentFacts([video.id]))(video.id)
    const known = { people: last ? peopleOf(last) : [], withdrawals, newId }
    const consent = await db.transaction(async (trx) => {
      await recordStep(trx, { video, actor, action: 'consent_recorded' })
      return Consent.create(
        {
          videoId: video.id,
          revisionId: revisionToConsent(video),
          nobodyIdentifiable,
          people: knownPeople(people, known),
          recordedBy: actor.id,
          recordedAt: DateTime.utc(),
        },
        { client: trx }
      )
    })
    return data(await consentView(consent))
  }
}
