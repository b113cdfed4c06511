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

export interface Chunk {
  /** The Upload-Checksum header: algorithm, space, base64. */
  checksum: string
  body: Readable
  /** No more is set aside than may be kept. */
  sizeLimitBytes: number
}

/**
 * tus 1.0.0, Checksum: a chunk whose digest does not match is answered with 460 and none of it is kept. The tus server
 * writes as it reads, so such a chunk is first set aside and read from there.
 */
export async function withVerifiedBody<T>(
  { checksum, body, sizeLimitBytes }: Chunk,
  use: (verified: Readable) => Promise<T>
): Promise<T> {
  const [algorithm = '', encoded = ''] = checksum.trim().split(/\s+/)
  if (!checksumAlgorithms.includes(algorithm)) throw new HubError('E_CHECKSUM_ALGORITHM', 400)
  const folder = join(env.get('DATA_DIR'), 'tmp')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `chunk-${newId()}`)
  try {
    const hash = createHash(algorithm)
    let receivedBytes = 0
    const hashing = new Transform({
      transform(bytes: Buffer, _encoding, done) {
        hash.update(bytes)
        receivedBytes += bytes.length
        if (receivedBytes > sizeLimitBytes) done(new HubError('E_TUS_413', 413))
        else done(null, bytes)
      },
    })
    await pipeline(body, hashing, createWriteStream(file))
    const expected = Buffer.from(encoded, 'base64')
    const actual = hash.digest()
    if (expected.length !== actual.length || !timingSafeEqual(expected, actual))
      throw new HubError('E_CHECKSUM_MISMATCH', 460)
    return await use(createReadStream(file))
  } finally {
    await rm(file, { force: true })
  }
}
