import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type User from '#app/accounts/user'
import { storage } from '#app/core/media_storage'
import ConsentForm, { formsPrefix } from '#app/review/consent_form'
import ReviewRecord from '#app/videos/review_record'
import type Video from '#app/videos/video'
import { assertAnswers } from '#tests/helpers/answers'
import { givenConsent } from '#tests/helpers/consents'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { download, pdf, png, sendBytes } from '#tests/helpers/send_bytes'
import { givenVideo } from '#tests/helpers/videos'

const person = { name: 'Trần Văn An', ageClass: 'adult' as const, scopes: ['website'] }

async function givenPerson(fields: Parameters<typeof givenVideo>[0] = {}) {
  const video = await givenVideo(fields)
  const consent = await givenConsent(video, [person])
  return { video, path: `/api/v1/videos/${video.id}/consent/people/${consent.id}-0/form` }
}
const actionsOf = async (video: Video) =>
  (await ReviewRecord.query().where('videoId', video.id).orderBy('at').orderBy('id')).map(
    ({ action }) => action
  )
const dropForms = async (video: Video) => void (await storage.deletePrefix(formsPrefix(video.id)))

test.group('/videos/:id/consent/people/:personId/form', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is for the owner and editors only: to send, to read and to delete', async ({ assert, cleanup }) => {
    const owner = await givenUser('producer')
    const people: Record<string, User | null> = { ...(await givenEverybody()), owner }
    const { video, path } = await givenPerson({ status: 'published', ownerId: owner.id })
    cleanup(() => dropForms(video))
    const asked = async (act: (user: User | null) => Promise<{ status: number }>) => {
      const statuses: Record<string, number> = {}
      for (const [name, user] of Object.entries(people)) statuses[name] = (await act(user)).status
      return statuses
    }
    const expected = { nobody: 401, producer: 403, editor: 200, administrator: 200, owner: 200 }
    assert.deepEqual(await asked((user) => sendBytes(path, pdf, user)), expected)
    assert.deepEqual(await asked((user) => download(path, user)), expected)
    const hidden = await givenPerson()
    assert.equal((await sendBytes(hidden.path, pdf, people.producer!)).status, 404)
    assert.equal((await download(hidden.path, people.producer!)).status, 404)
    for (const user of [people.nobody, people.producer])
      assert.include([401, 403], (await sendBytes(path, Buffer.from(''), user!, 'DELETE')).status)
  })

  test('takes PDF, JPEG and PNG by their bytes, and nothing else', async ({ assert, cleanup }) => {
    const owner = await givenUser('producer')
    const { video, path } = await givenPerson({ ownerId: owner.id })
    cleanup(() => dropForms(video))
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    for (const wrong of [page, Buffer.from(''), Buffer.from('GIF89a'), Buffer.from('PK\x03\x04')]) {
      const answer = await sendBytes(`${path}?filename=don.pdf`, wrong, owner)
      assert.deepEqual([answer.status, answer.body.errors[0].code], [422, 'E_FORM_KIND'])
    }
    const large = Buffer.concat([pdf, Buffer.alloc(10 * 1_048_576)])
    const refused = await sendBytes(path, large, owner)
    assert.deepEqual([refused.status, refused.body.errors[0].code], [413, 'E_FORM_TOO_LARGE'])
    const unknown = await sendBytes(path.replace(/-0\/form$/, '-9/form'), pdf, owner)
    assert.equal(unknown.status, 404)
    assert.isNull(await ConsentForm.findBy('videoId', video.id))
    const kept = await sendBytes(
      `${path}?filename=${encodeURIComponent('../../Đơn "của" An.exe')}`,
      png,
      owner
    )
    assertAnswers('ConsentFormFile', kept.body.data)
    assert.containsSubset(kept.body.data, {
      filename: 'Đơn của An.png',
      mediaType: 'image/png',
      sizeBytes: 10,
    })
  })

  test('is given back as an attachment, from no public address, and each reading is recorded', async ({
    assert,
    cleanup,
    client,
  }) => {
    const owner = await givenUser('producer')
    const editor = await givenUser('editor')
    const { video, path } = await givenPerson({ ownerId: owner.id })
    cleanup(() => dropForms(video))
    assert.equal((await download(path, editor)).status, 404)
    await sendBytes(`${path}?filename=${encodeURIComponent('Đơn đồng ý.pdf')}`, pdf, owner)
    const read = await download(path, editor)
    assert.deepEqual(read.bytes, pdf)
    assert.equal(read.headers.get('content-type'), 'application/pdf')
    assert.equal(read.headers.get('x-content-type-options'), 'nosniff')
    assert.include(read.headers.get('cache-control'), 'no-store')
    assert.match(
      read.headers.get('content-disposition')!,
      /^attachment; filename="[\x20-\x7E]+"; filename\*=UTF-8''/
    )
    const form = await ConsentForm.findByOrFail('videoId', video.id)
    assert.isTrue(form.storageKey.startsWith('private/'))
    const last = await ReviewRecord.query().where('videoId', video.id).orderBy('at', 'desc').firstOrFail()
    assert.containsSubset(last.$attributes, {
      action: 'consent_form_read',
      actorId: editor.id,
      detail: person.name,
    })
    const consent = (await as(owner, client.get(`/api/v1/videos/${video.id}/consent`))).body().data
    assertAnswers('Consent', consent)
    assert.equal(consent.people[0].form.filename, 'Đơn đồng ý.pdf')
  })

  test('is replaced and deleted, files included, with a trace in the record', async ({ assert, cleanup }) => {
    const owner = await givenUser('producer')
    const { video, path } = await givenPerson({ ownerId: owner.id })
    cleanup(() => dropForms(video))
    await sendBytes(path, pdf, owner)
    await sendBytes(path, png, owner)
    assert.deepEqual((await download(path, owner)).bytes, png)
    const keys = []
    for await (const { key } of storage.list(formsPrefix(video.id))) keys.push(key)
    assert.lengthOf(keys, 1)
    assert.equal((await sendBytes(path, Buffer.from(''), owner, 'DELETE')).status, 204)
    assert.equal((await sendBytes(path, Buffer.from(''), owner, 'DELETE')).status, 404)
    assert.isNull(await storage.head(keys[0]!))
    assert.deepEqual(await actionsOf(video), [
      'consent_form_added',
      'consent_form_replaced',
      'consent_form_read',
      'consent_form_deleted',
    ])
  })

  test('stays with the person when the record is written anew, by id or by name', async ({
    assert,
    cleanup,
    client,
  }) => {
    const owner = await givenUser('producer')
    const { video, path } = await givenPerson({ ownerId: owner.id })
    cleanup(() => dropForms(video))
    await sendBytes(path, pdf, owner)
    const put = async (people: object[]) =>
      (await as(owner, client.put(`/api/v1/videos/${video.id}/consent`)).json({ people })).body().data.people
    const [other, same] = await put([
      { ...person, name: 'Lê Thị Bình' },
      { ...person, name: 'tran van an' },
    ])
    assert.deepEqual([other.form, same.form.filename], [null, 'ban-ky.pdf'])
    const [renamed] = await put([{ ...person, id: same.id, name: 'Trần Văn Ân' }])
    assert.deepEqual([renamed.id, renamed.form.filename], [same.id, 'ban-ky.pdf'])
  })
})
