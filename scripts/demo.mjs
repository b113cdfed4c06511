/**
 * Makes the three demo skits and brings them through the whole hub by its public API, as people would: draft, upload,
 * captions, consent, topics, tags, review, publication. May be interrupted: it looks at what is there and goes on.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DEMO_PASSWORD } from './lib/demo_mode.mjs'
import { dataDir } from './lib/environment.mjs'
import { stopWithParent } from './lib/stop_with_parent.mjs'
import { makeFilm } from './demo/film.mjs'
import { HubClient } from './demo/hub_client.mjs'
import { SKITS } from './demo/skits.mjs'

const origin = process.env.HUB_URL || `http://127.0.0.1:${process.env.PORT || 3333}`
const scratch = join(dataDir(), 'tmp', 'demo')
const POLL_MS = 1000

stopWithParent()
try {
  await makeSkits()
} catch (error) {
  console.error(`The demo skits could not be made: ${error.message}`)
  process.exitCode = 1
}

async function makeSkits() {
  // An account of their own: what it sends waits behind everybody else's work
  const producer = await HubClient.signIn(origin, 'skits@demo.test', DEMO_PASSWORD)
  const editor = await HubClient.signIn(origin, 'editor@demo.test', DEMO_PASSWORD)
  const existing = await producer.get('/studio/videos?perPage=100')
  const ids = []
  // All are sent first: while one is being transcoded the next is being filmed
  for (const skit of SKITS) {
    const found = existing.find((video) => video.title === skit.title)
    if (!found || found.status === 'draft') ids.push(await filmAndSend(producer, skit, found?.id))
    else ids.push(found.id)
  }
  for (const [index, skit] of SKITS.entries()) await review(producer, editor, skit, ids[index])
  rmSync(scratch, { recursive: true, force: true })
  for (const client of [producer, editor]) await client.send('DELETE', '/auth/tokens/current')
}

async function filmAndSend(producer, skit, draftId) {
  console.log(`Filming “${skit.title}”.`)
  const film = await makeFilm(skit, join(scratch, skit.filename))
  const { title, description } = skit
  const id = draftId ?? (await producer.send('POST', '/videos', { title, description })).id
  await producer.sendText('PUT', `/videos/${id}/captions/vi`, film.webVtt, 'text/vtt')
  await producer.send('PUT', `/videos/${id}/consent`, { nobodyIdentifiable: true })
  console.log(`Uploading “${title}”.`)
  await producer.upload(film.file, id, `${skit.filename}.mp4`)
  return id
}

async function review(producer, editor, skit, id) {
  const video = await transcoded(producer, skit, id)
  if (video.status === 'ready') {
    await editor.send('PUT', `/videos/${id}/topics`, { slugs: skit.topics })
    await tag(editor, skit, video)
  }
  const steps = {
    ready: [producer, 'submission'],
    in_review: [editor, 'approval'],
    approved: [editor, 'publication'],
  }
  for (let { status } = video; steps[status];) {
    const [client, step] = steps[status]
    ;({ status } = await client.send('POST', `/videos/${id}/${step}`))
    if (status === 'published') console.log(`Published “${skit.title}”.`)
  }
}

/** Waits for the real pipeline. */
async function transcoded(client, skit, id) {
  let told = -1
  for (;;) {
    const video = await client.get(`/videos/${id}`)
    if (video.status === 'failed')
      throw new Error(`“${skit.title}” could not be transcoded: ${video.error?.message}`)
    if (video.status !== 'processing') return video
    const percent = Math.floor((video.progress ?? 0) * 4) * 25
    if (percent > told) console.log(`Transcoding “${skit.title}”: ${percent} %.`)
    told = Math.max(told, percent)
    await new Promise((done) => setTimeout(done, POLL_MS))
  }
}

/** Each scene's ties, at the seconds of its captions; what an interrupted run has made already is left alone. */
async function tag(editor, skit, video) {
  if ((await editor.get(`/videos/${video.id}/tags`)).length > 0) return
  const share = video.durationSeconds / skit.scenes.length
  for (const [index, scene] of skit.scenes.entries()) {
    for (const { citation, role } of scene.tags ?? []) {
      const seconds = { startSeconds: Math.round(index * share), endSeconds: Math.round((index + 1) * share) }
      await editor.send('POST', `/videos/${video.id}/tags`, { citation, role, ...seconds })
    }
  }
}
