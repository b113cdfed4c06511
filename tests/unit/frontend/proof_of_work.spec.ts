import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { isProof } from '#app/forms/proof_of_work'
import { findProof } from '../../../frontend/src/forms/proof_of_work.js'
import { prefixedSha256 } from '../../../frontend/src/forms/sha256.js'

const first32 = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(0)

test.group('SHA-256 in the browser', () => {
  test('is the one of the standard, at every length around the ends of blocks', ({ assert }) => {
    for (let length = 0; length < 200; length++) {
      const prefix = 'kX3.'.repeat(50).slice(0, length)
      for (const suffix of ['', '7', '123456789012345'])
        assert.equal(prefixedSha256(prefix)(suffix), first32(prefix + suffix), `${length} + ${suffix.length}`)
    }
  })
})

test.group('The proof of work of the site', () => {
  test('is what the server accepts', async ({ assert }) => {
    const token = 'a1b2c3d4e5f6g7h8i9j0.question.k1l2m3n4o5p6q7r8s9t0.m0abcd.12.c2lnbmF0dXJl'
    const proof = await findProof(token, 12)
    assert.isTrue(isProof(token, proof, 12))
  })

  test('is given up when nobody needs it any more', async ({ assert }) => {
    await assert.rejects(() => findProof('token', 32, AbortSignal.abort()))
  })
})
