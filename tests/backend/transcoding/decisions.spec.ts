import testUtils from '@adonisjs/core/services/test_utils'
import { type DecisionValues, reasonsNotToCopy } from '@hub/transcoder'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Transcode from '#app/videos/transcode'
import type Video from '#app/videos/video'
import { assertAnswers } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

/** One of each kind that there is; a kind without an example does not compile. */
const examples: DecisionValues = {
  rungs: { sizes: '1280x720, 854x480' },
  sound_only: {},
  deinterlaced: {},
  tone_mapped: { transfer: 'hlg' },
  over_black: {},
  made_8bit_420: { pixelFormat: 'yuv422p10le' },
  pixel_shape_not_believed: { shape: 1000 },
  pixels_made_square: { shape: 1.422, width: 1024, height: 576 },
  turned_upright: { orientation: 'clockwise' },
  last_picture_held: { seconds: 3 },
  frame_rate_halved: { rate: 59.94 },
  frame_rate_halved_below_720: { rate: 60 },
  frame_rate_divided: { rate: 240, divisor: 4 },
  frame_rate_made_constant: { average: 7.22, rate: 30 },
  sound_undecodable: {},
  no_sound: {},
  sound_tracks_kept: { tracks: 3, kept: '1, 2' },
  mixed_down: { channels: 6 },
  sound_not_copied: { rendition: 'audio' },
  loudness_too_low: { rendition: 'audio' },
  loudness_measured: { rendition: 'audio-en', lufs: -21.7, gainDb: 5.7, targetLufs: -16 },
  loudness_unknown: { rendition: 'audio' },
  made_apart: {},
  no_head_start: { failure: 'E_TRANSCODE_INTERNAL' },
  sound_broke_off: { rendition: 'audio', lastWords: 'Invalid data found' },
  rendition_undecodable: { rendition: 'audio-vi' },
  rung_left_out: { rendition: 'v360', above: 'v480' },
  copied: { rendition: 'v720', segments: 1, kilobitsPerSecond: 2450 },
  not_copied: { rendition: 'v720', reason: 'bitrate', detail: '8000 kbit/s' },
}

const decided = (video: Video, decisions: unknown) =>
  Transcode.create({
    revisionId: video.currentRevisionId!,
    state: 'succeeded',
    attempt: 1,
    progress: 1,
    enqueuedAt: DateTime.utc(),
    decisions,
  })

test.group('What was decided about a file', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is told to those who work on the video, and to nobody else', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const video = await givenPublishedVideo({ ownerId: owner.id })
    await decided(video, [{ code: 'no_sound', values: {} }])
    for (const [name, user] of Object.entries({ ...(await givenEverybody()), owner })) {
      const { data } = (await as(user, client.get(`/api/v1/videos/${video.id}`))).body()
      assertAnswers('Video', data)
      const works = ['owner', 'editor', 'administrator'].includes(name)
      assert.equal(data.decisions?.length ?? 0, works ? 1 : 0, name)
    }
  })

  test('is said in both languages, whatever was decided', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id, status: 'ready' })
    const all = [
      ...Object.entries(examples).map(([code, values]) => ({ code, values })),
      ...reasonsNotToCopy.map((reason) => ({
        code: 'not_copied',
        values: { rendition: 'v720', reason, detail: 'X' },
      })),
    ]
    await decided(video, all)
    const said = async (language: string): Promise<{ code: string; message: string }[]> =>
      (await as(owner, client.get(`/api/v1/videos/${video.id}`)).header('Accept-Language', language)).body()
        .data.decisions
    const [vietnamese, english] = [await said('vi'), await said('en')]
    assert.deepEqual(
      english.map(({ code }) => code),
      all.map(({ code }) => code)
    )
    for (const [index, { code, message }] of english.entries()) {
      for (const sentence of [message, vietnamese[index]!.message]) {
        assert.notMatch(sentence, /[{}]|translation|undefined/i, code)
        assert.match(sentence, / .*\.$/, code)
      }
      assert.notEqual(message, vietnamese[index]!.message, code)
    }
    const copied = (list: typeof english) => list.find(({ code }) => code === 'copied')!.message
    assert.equal(
      copied(english),
      '720p is the file’s own picture, not encoded again (2,450 kbit/s in one segment).'
    )
    assert.match(copied(vietnamese), /^720p là hình gốc .*2\.450 kbit\/s/)
  })

  test('of an earlier version is shown as it was written, and nonsense is left out', async ({
    client,
    assert,
  }) => {
    const owner = await givenUser('producer')
    const seen = async (decisions: unknown) => {
      const video = await givenVideo({ ownerId: owner.id, status: 'ready' })
      await decided(video, decisions)
      return (await as(owner, client.get(`/api/v1/videos/${video.id}`))).body().data.decisions
    }
    assert.deepEqual(await seen(['no sound', null, 7, { code: 'later', values: {} }]), [
      { code: 'text', message: 'no sound' },
      { code: 'later', message: 'later' },
    ])
    assert.deepEqual(await seen(null), [])
    assert.deepEqual(await seen({}), [])
  })
})
