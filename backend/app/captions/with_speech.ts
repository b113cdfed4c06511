import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeSpeech, soundName } from '@hub/transcoder'
import { storage } from '#app/core/media_storage'
import { withScratch } from '#app/transcoding/scratch'
import type Revision from '#app/videos/revision'

/** What a second of the film may take of the disk, both for the stored sound and for what is decoded of it. */
const bytesPerSecond = 64_000

/** Lends the sound of a revision as a WAV in a private folder, which is gone afterwards. */
export function withSpeech<T>(
  revision: Revision,
  { name, sampleRate, signal }: { name: string; sampleRate: number; signal: AbortSignal },
  use: (wavPath: string, folder: string) => Promise<T>
): Promise<T> {
  const sourceSizeBytes = (revision.durationSeconds ?? 0) * bytesPerSecond
  return withScratch({ name, sourceSizeBytes }, async (scratch) => {
    const folder = join(scratch, 'sound')
    await mkdir(folder)
    const key = revision.privatePrefix + soundName
    const sound = await storage.localFile(key, { directory: scratch, signal })
    try {
      const path = await decodeSpeech({ inputPath: sound.path, folder, sampleRate, signal })
      return await use(path, folder)
    } finally {
      await sound.release()
    }
  })
}
