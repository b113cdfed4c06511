import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { soundName } from '@hub/transcoder'
import { waveformJob } from '#app/captions/ask_for_waveform'
import Recognition from '#app/captions/recognition'
import { recognitionWorker } from '#app/captions/recognition_worker'
import { recognitionJob } from '#app/captions/start_recognition'
import Waveform from '#app/captions/waveform'
import { waveformWorker } from '#app/captions/waveform_worker'
import { storage } from '#app/core/media_storage'
import queue from '#app/jobs/service'
import CaptionTrack from '#app/videos/caption_track'
import Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import env from '#start/env'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, sendText, statusesFor } from '#tests/helpers/requests'
import { dropTrees } from '#tests/helpers/trees'
import { givenVideo } from '#tests/helpers/videos'
import { fixture } from '../../transcoder/support/fixtures.js'

type Cleanup = (done: () => Promise<void>) => void

/** A second of silence, a second of tone, a second of silence. */
const sound = () =>
  fixture('silence-tone-silence.m4a', [
    ...['-f', 'lavfi', '-i', "aevalsrc='if(between(t,1,2),0.5*sin(880*PI*t),0)':d=3:s=48000"],
    ...['-c:a', 'aac'],
  ])

async function givenFilm(cleanup: Cleanup, { hasAudio = true } = {}) {
  const owner = await givenUser('producer')
  const video = await givenVideo({ ownerId: owner.id })
  cleanup(async () => {
    await Video.query().where('id', video.id).delete()
    await dropTrees(video)
  })
  const revision = await Revision.findOrFail(video.currentRevisionId)
  await revision.merge({ tree: 'made', durationSeconds: 3, hasAudio }).save()
  await storage.putFile(revision.privatePrefix + soundName, await sound(), { contentType: 'audio/mp4' })
  return { owner, video, revision }
}

async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found) return found
    await sleep(40)
  }
}

test.group('GET /videos/:id/waveform', (group) => {
  group.setup(async () => {
    const working = await queue.work(waveformJob, waveformWorker, { concurrency: 1 })
    return () => working.stop()
  })

  test('is for those who may edit, and for films with sound', async ({ client, assert, cleanup }) => {
    const { owner, video } = await givenFilm(cleanup, { hasAudio: false })
    const people = { ...(await givenEverybody()), owner }
    const ask = () => client.get(`/api/v1/videos/${video.id}/waveform`)
    assert.deepEqual(await statusesFor(people, ask), {
      ...{ nobody: 404, producer: 404, owner: 409, editor: 409, administrator: 409 },
    })
    assert.equal(codeOf(await as(owner, ask())), 'E_NO_SOUND')
    assert.isNull(await Waveform.find(video.currentRevisionId!))
  })

  test('shows where it is loud and where it is silent', async ({ client, assert, cleanup }) => {
    const { owner, video } = await givenFilm(cleanup)
    const ask = async () => as(owner, client.get(`/api/v1/videos/${video.id}/waveform`))
    const first = await ask()
    assert.deepEqual([first.status(), first.body().data.state], [202, 'making'])
    const { data } = await until(async () => {
      const answer = await ask()
      return answer.status() === 200 && answer.body()
    })
    assertAnswers('Waveform', data)
    assert.equal(data.state, 'ready')
    const peaks = Buffer.from(data.peaks, 'base64')
    assert.approximately(peaks.length, 60, 2)
    assert.isBelow(Math.max(...peaks.subarray(0, 18)), 20)
    assert.isAbove(Math.min(...peaks.subarray(22, 38)), 200)
    assert.isBelow(Math.max(...peaks.subarray(43, 58)), 20)
  })

  test('says so where it could not be made', async ({ client, assert, cleanup }) => {
    const { owner, video, revision } = await givenFilm(cleanup)
    await storage.put(revision.privatePrefix + soundName, 'this is no sound')
    const ask = async () => (await as(owner, client.get(`/api/v1/videos/${video.id}/waveform`))).body().data
    assert.equal((await ask()).state, 'making')
    const payload = { revisionId: revision.id }
    await waveformWorker.exhausted({ id: 'job', name: waveformJob, attempt: 4, payload }, 'four times')
    const failed = await ask()
    assert.equal(failed.state, 'failed')
    assert.isNull(failed.peaks)
  })
})

test.group('POST /videos/:id/captions/:lang/recognition', (group) => {
  let folder: string
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-recogniser-'))
    const working = await queue.work(recognitionJob, recognitionWorker, { concurrency: 1 })
    return async () => {
      await working.stop()
      await rm(folder, { recursive: true })
    }
  })
  group.each.setup(() => () => env.set('CAPTION_COMMAND', ''))

  async function givenProgram(script: string) {
    const path = join(folder, 'recogniser')
    await writeFile(path, script)
    env.set('CAPTION_COMMAND', `sh ${path} {lang} {audio} {output}`)
  }
  const address = (video: Video, lang = 'vi') => `/api/v1/videos/${video.id}/captions/${lang}/recognition`
  const ended = (video: Video) =>
    until(async () => {
      const one = await Recognition.findBy('videoId', video.id)
      return one?.state === 'failed' ? one : one ? null : 'done'
    })

  test('is for those who may edit, where a program is there, sound, and no captions by people', async ({
    client,
    assert,
    cleanup,
  }) => {
    const silent = await givenFilm(cleanup, { hasAudio: false })
    const people = { ...(await givenEverybody()), owner: silent.owner }
    const ask = () => client.post(address(silent.video))
    const statuses = { nobody: 404, producer: 404, owner: 409, editor: 409, administrator: 409 }
    assert.deepEqual(await statusesFor(people, ask), statuses)
    assert.deepEqual(await statusesFor(people, () => client.delete(address(silent.video))), {
      ...statuses,
      owner: 404,
      editor: 404,
      administrator: 404,
    })
    assert.equal(codeOf(await as(silent.owner, ask())), 'E_RECOGNITION_OFF')
    await givenProgram('exit 1')
    assert.equal(codeOf(await as(silent.owner, ask())), 'E_NO_SOUND')
    assert.equal(
      codeOf(await as(silent.owner, client.post(address(silent.video, 'VI')))),
      'E_LANGUAGE_UNKNOWN'
    )
    const { owner, video } = await givenFilm(cleanup)
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nNgười viết\n'
    await sendText(`/api/v1/videos/${video.id}/captions/vi`, vtt, { user: owner })
    const refused = await as(owner, client.post(address(video)))
    assert.deepEqual([refused.status(), codeOf(refused)], [409, 'E_CAPTIONS_EXIST'])
  })

  test('has the office’s program listen, and keeps what it wrote as a machine’s', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { owner, video } = await givenFilm(cleanup)
    // RIFF, one channel, 16,000 samples a second
    await givenProgram(
      [
        'test "$(head -c 4 "$2")" = RIFF || exit 4',
        'test "$(od -An -tu2 -j22 -N2 "$2" | tr -d " ")" = 1 || exit 5',
        'test "$(od -An -tu4 -j24 -N4 "$2" | tr -d " ")" = 16000 || exit 6',
        'printf "1\\n00:00:01,000 --> 00:00:02,000\\nTiếng $1\\n" > "$3.srt"',
      ].join('\n')
    )
    const answer = await as(owner, client.post(address(video)))
    assert.equal(answer.status(), 202)
    assertAnswers('Recognition', answer.body().data)
    assert.equal(answer.body().data.state, 'waiting')
    assert.equal(await ended(video), 'done')
    const track = await CaptionTrack.findByOrFail('videoId', video.id)
    assert.equal(track.webVtt, 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nTiếng vi\n')
    assert.deepEqual([track.isMachineMade, track.checkedAt, track.kind], [true, null, 'captions'])

    // A draft that nobody has checked may be made anew
    ;(await as(owner, client.post(address(video)))).assertStatus(202)
    assert.equal(await ended(video), 'done')
  })

  test('tells why nothing came of it, until it is asked again or forgotten', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { owner, video } = await givenFilm(cleanup)
    for (const [script, code] of [
      ['echo "out of memory" >&2; exit 137', 'E_CAPTION_COMMAND_FAILED'],
      ['true', 'E_CAPTION_COMMAND_OUTPUT'],
      ['echo "[BLANK_AUDIO]" > "$3"', 'E_CAPTION_COMMAND_OUTPUT'],
    ] as const) {
      await givenProgram(script)
      ;(await as(owner, client.post(address(video)))).assertStatus(202)
      await ended(video)
      const { meta } = (await as(owner, client.get(`/api/v1/videos/${video.id}/captions`))).body()
      assert.isTrue(meta.canRecognise)
      assertAnswers('Recognition', meta.recognitions[0])
      assert.equal(meta.recognitions[0].error.code, code)
      assert.notInclude(meta.recognitions[0].error.message, 'E_')
    }
    ;(await as(owner, client.delete(address(video)))).assertStatus(204)
    ;(await as(owner, client.delete(address(video)))).assertStatus(404)
  })

  test('never takes the place of what somebody wrote meanwhile, and can be called off', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { owner, video } = await givenFilm(cleanup)
    const go = join(folder, 'go')
    await givenProgram(
      `while [ ! -e ${go} ]; do sleep 0.05; done; printf "WEBVTT\\n\\n00:01.000 --> 00:02.000\\nmáy\\n" > "$3"`
    )
    await as(owner, client.post(address(video)))
    await until(async () => (await Recognition.findBy('videoId', video.id))?.state === 'running')
    const again = await as(owner, client.post(address(video)))
    assert.deepEqual([again.status(), again.body().data.state], [202, 'running'])
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nngười\n'
    await sendText(`/api/v1/videos/${video.id}/captions/vi`, vtt, { user: owner })
    await writeFile(go, '')
    const failed = await ended(video)
    assert.equal((failed as Recognition).errorCode, 'E_CAPTIONS_EXIST')
    assert.include((await CaptionTrack.findByOrFail('videoId', video.id)).webVtt, 'người')

    await rm(go)
    await as(owner, client.delete(`/api/v1/videos/${video.id}/captions/vi`))
    await as(owner, client.post(address(video)))
    await until(async () => (await Recognition.findBy('videoId', video.id))?.state === 'running')
    ;(await as(owner, client.delete(address(video)))).assertStatus(204)
    await writeFile(go, '')
    assert.isNull(await Recognition.findBy('videoId', video.id))
    assert.isNull(await CaptionTrack.findBy('videoId', video.id))
  })
})
