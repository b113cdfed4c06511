import { mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { TranscodeError } from '@hub/transcoder'
import env from '#start/env'

const root = () => join(env.get('DATA_DIR'), 'scratch')

/** Room for what a source of this size may become, and some for everybody else. */
const neededBytes = (sourceSizeBytes: number) => sourceSizeBytes * 2 + 256 * 1024 ** 2

/** Lends a private folder for one attempt; it is gone afterwards, whatever happened. */
export async function withScratch<T>(
  attempt: { name: string; sourceSizeBytes: number },
  use: (folder: string) => Promise<T>
): Promise<T> {
  const folder = join(root(), attempt.name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < neededBytes(attempt.sourceSizeBytes)) {
      throw new TranscodeError(
        'E_SCRATCH_FULL',
        `less than ${neededBytes(attempt.sourceSizeBytes)} bytes are free`
      )
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
