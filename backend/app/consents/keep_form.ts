import { createHash } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { invalid, notFound } from '#app/core/hub_error'
import { newId } from '#app/core/ids'
import { storage } from '#app/core/media_storage'
import ConsentForm from '#app/review/consent_form'
import type { KnownPerson } from '#app/review/people_shown'
import { lockVideo } from '#app/videos/lock_video'
import { recordStep } from '#app/videos/review_record'
import type Video from '#app/videos/video'
import { formFilename, formKind } from './form_kind.js'

export const maxFormBytes = 10 * 1_048_576

interface Sent {
  video: Video
  person: KnownPerson
  actor: User
}

/**
 * Keeps the signed form of a person, in the place of the one before. The file is there before the row says so.
 * @throws E_FORM_KIND where the bytes are no PDF, JPEG or PNG
 */
export async function keepForm(sent: Sent, file: { bytes: Buffer; name: string }): Promise<ConsentForm> {
  const { video, person, actor } = sent
  const kind = formKind(file.bytes)
  if (!kind) throw invalid('E_FORM_KIND', 'body')
  const form = new ConsentForm().fill({
    id: newId(),
    videoId: video.id,
    personId: person.id,
    filename: formFilename(file.name, kind),
    mediaType: kind.mediaType,
    sizeBytes: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    uploadedBy: actor.id,
    uploadedAt: DateTime.utc(),
  })
  await storage.put(form.storageKey, file.bytes, { contentType: kind.mediaType })
  try {
    const old = await db.transaction(async (trx) => {
      if (!(await lockVideo(trx, video.id))) throw notFound()
      const replaced = await endForms(trx, sent)
      await form.useTransaction(trx).save()
      const action = replaced.length ? 'consent_form_replaced' : 'consent_form_added'
      await recordStep(trx, { video, actor, action, detail: person.name })
      return replaced
    })
    await dropFiles(old)
  } catch (error) {
    await storage.delete(form.storageKey)
    throw error
  }
  return form
}

export async function deleteForm(sent: Sent, reason?: string | null): Promise<void> {
  const { video, person, actor } = sent
  const old = await db.transaction(async (trx) => {
    if (!(await lockVideo(trx, video.id))) throw notFound()
    const removed = await endForms(trx, sent)
    if (removed.length === 0) throw notFound()
    await recordStep(trx, { video, actor, action: 'consent_form_deleted', detail: person.name, reason })
    return removed
  })
  await dropFiles(old)
}

async function endForms(trx: TransactionClientContract, { video, person }: Sent): Promise<ConsentForm[]> {
  const forms = await ConsentForm.query({ client: trx })
    .where({ videoId: video.id, personId: person.id })
    .whereNull('removedAt')
  for (const form of forms) await form.merge({ removedAt: DateTime.utc() }).save()
  return forms
}

const dropFiles = (forms: ConsentForm[]) =>
  Promise.all(forms.map(({ storageKey }) => storage.delete(storageKey)))
