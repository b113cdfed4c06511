import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import db from '@adonisjs/lucid/services/db'
import { data } from '#app/core/answers'
import { asAttachment } from '#app/core/attachment'
import { notFound } from '#app/core/hub_error'
import { storage } from '#app/core/media_storage'
import ConsentForm from '#app/review/consent_form'
import { formView } from '#app/review/consent_view'
import { reasonValidator } from '#app/review/review_validators'
import { findVisibleVideo } from '#app/videos/find_video'
import { recordStep } from '#app/videos/review_record'
import VideoPolicy from '#app/videos/video_policy'
import { findPerson } from './find_person.js'
import { deleteForm, keepForm, maxFormBytes } from './keep_form.js'
import { readBody } from './read_body.js'

const nameValidator = vine.create({ filename: vine.string().trim().maxLength(300).optional() })

/** Signed forms: for the owner of the video and for editors, file by file, and each reading is recorded. */
export default class ConsentFormsController {
  async show(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('readRecord', video)
    const person = await findPerson(video, ctx.params.personId)
    const form = await ConsentForm.query()
      .where({ videoId: video.id, personId: person.id })
      .whereNull('removedAt')
      .orderBy('uploadedAt', 'desc')
      .first()
    if (!form) throw notFound()
    const { stream } = await storage.get(form.storageKey)
    try {
      await db.transaction((trx) =>
        recordStep(trx, { video, actor, action: 'consent_form_read', detail: person.name })
      )
    } catch (error) {
      stream.destroy()
      throw error
    }
    asAttachment(ctx.response, form.filename, form.mediaType)
    ctx.response.header('Content-Length', String(form.sizeBytes))
    return ctx.response.stream(stream)
  }

  async update(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('recordConsent', video)
    const { filename = '' } = await nameValidator.validate(ctx.request.qs())
    const person = await findPerson(video, ctx.params.personId)
    const bytes = await readBody(ctx.request.request, maxFormBytes)
    return data(formView(await keepForm({ video, person, actor }, { bytes, name: filename })))
  }

  async destroy(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('recordConsent', video)
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    const person = await findPerson(video, ctx.params.personId)
    await deleteForm({ video, person, actor }, reason)
    return ctx.response.noContent()
  }
}
