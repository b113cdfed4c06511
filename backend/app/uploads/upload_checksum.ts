import { createHash, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HubError } from '#app/core/hub_error'
import { newId } from '#app/core/ids'
import env from '#start/env'

export const checksumAlgorithms = ['sha1', 'sha256', 'md5']

/**
 * tus 1.0.0, Checksum: a chunk whose digest does not match is answered with 460 and none of it is kept. The tus server
 * writes as it reads, so such a chunk is first set aside and read from there.
 */
export async function withVerifiedBody<T>(
  header: string,
  body: Readable,
  use: (verified: Readable) => Promise<T>
): Promise<T> {
  const [algorithm = '', encoded = ''] = header.trim().split(/\s+/)
  if (!checksumAlgorithms.includes(algorithm)) throw new HubError('E_CHECKSUM_ALGORITHM', 400)
  const folder = join(env.get('DATA_DIR'), 'tmp')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `chunk-${newId()}`)
  try {
    const hash = createHash(algorithm)
    const hashing = new Transform({
      transform(bytes, _encoding, done) {
        hash.update(bytes)
        done(null, bytes)
      },
    })
    await pipeline(body, hashing, createWriteStream(file))
    const expected = Buffer.from(encoded, 'base64')
    const actual = hash.digest()
    if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) throw new HubError('E_CHECKSUM_MISMATCH', 460)
    return await use(createReadStream(file))
  } finally {
    await rm(file, { force: true })
  }
}
