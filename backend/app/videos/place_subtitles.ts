import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { StorageError } from '@hub/storage'
import { subtitlePlaylist, webVttSegment, withSubtitles } from '@hub/transcoder'
import { storage } from '#app/core/media_storage'
import CaptionTrack from './caption_track.js'
import Revision from './revision.js'
import type Video from './video.js'

const folder = 'subtitles/'
const playlistType = { contentType: 'application/vnd.apple.mpegurl' }

/**
 * Writes the captions into the trees of what is shown and of what waits to replace it, as a group of subtitles in their
 * playlists: for players that know nothing of our API, and for addresses that a CDN serves from the storage.
 *
 * To be called with the video's row locked (lock_video.ts), in the transaction that changes the captions or makes a tree
 * whole or public: two of them never write at once, and none writes into public/ what is being taken down.
 */
export async function placeSubtitles(trx: TransactionClientContract, video: Video): Promise<void> {
  const ids = [video.currentRevisionId, video.pendingRevisionId].filter((id) => id !== null)
  const revisions = await Revision.query({ client: trx }).whereIn('id', ids).whereNotNull('completedAt')
  const tracks = await CaptionTrack.query({ client: trx }).where('videoId', video.id).orderBy('lang', 'desc')
  for (const revision of revisions) {
    await placeInTree(revision.privatePrefix, revision, tracks)
    if (revision.isPublic) await placeInTree(revision.publicPrefix, revision, tracks)
  }
}

async function placeInTree(prefix: string, revision: Revision, tracks: CaptionTrack[]): Promise<void> {
  const multivariant = prefix + revision.files!.playlist
  const old = await readText(multivariant)
  // Nothing to play, nothing to add to
  if (old === null) return
  const stale = new Set<string>()
  for await (const { key } of storage.list(prefix + folder)) stale.add(key)
  for (const { lang, webVtt } of tracks) {
    // A name of its own for each version: caches keep what is no playlist for long
    const digest = createHash('sha256').update(webVtt).digest('hex').slice(0, 12)
    const [file, playlist] = [`${lang}-${digest}.vtt`, `${lang}.m3u8`]
    if (!stale.delete(prefix + folder + file))
      await storage.put(prefix + folder + file, webVttSegment(webVtt), { contentType: 'text/vtt' })
    const durationSeconds = revision.durationSeconds ?? 0
    await storage.put(
      prefix + folder + playlist,
      subtitlePlaylist({ uri: file, durationSeconds }),
      playlistType
    )
    stale.delete(prefix + folder + playlist)
  }
  const text = withSubtitles(
    old,
    tracks.map(({ lang, label, kind }) => ({
      language: lang,
      name: label,
      uri: `${folder}${lang}.m3u8`,
      describesSound: kind === 'captions',
    }))
  )
  if (text !== old) await storage.put(multivariant, text, playlistType)
  for (const key of stale) await storage.delete(key)
}

async function readText(key: string): Promise<string | null> {
  try {
    return await text((await storage.get(key)).stream)
  } catch (error) {
    if (error instanceof StorageError && error.code === 'E_OBJECT_NOT_FOUND') return null
    throw error
  }
}
