import { test } from '@japa/runner'
import { contentTypeOf, createStorage, isKey, parseKey, parsePrefix, type StorageConfig } from '@hub/storage'
import { partSizeBytes } from '../../storage/src/s3/s3_upload.js'
import { resolveRange } from '../../storage/src/range.js'
import { failure } from './support.js'

test.group('storage rules', () => {
  test('know the types of what a video hub stores, by extension in any case', ({ assert }) => {
    const types = {
      'v/index.m3u8': 'application/vnd.apple.mpegurl',
      'v/0001.m4s': 'video/iso.segment',
      'v/init.mp4': 'video/mp4',
      'POSTER.JPG': 'image/jpeg',
      'vi.vtt': 'text/vtt; charset=utf-8',
      'a.tar.unknown': 'application/octet-stream',
      'v.mp4/source': 'application/octet-stream',
      '.mp4': 'application/octet-stream',
    }
    for (const [key, type] of Object.entries(types)) assert.equal(contentTypeOf(key), type, key)
  })

  test('bring a key into one form and leave a good one alone', ({ assert }) => {
    assert.equal(parseKey('Luật'.normalize('NFD')), 'Luật'.normalize('NFC'))
    assert.equal(parsePrefix('videos/1/'), 'videos/1/')
    assert.isTrue(isKey('videos/1/index.m3u8'))
    assert.isFalse(isKey('videos//1'))
    assert.isFalse(isKey('Luật'.normalize('NFD')))
  })

  test('say in the message which key is wrong, and what is wrong with it', async ({ assert }) => {
    const error = await failure(assert, 'E_INVALID_KEY', async () => parseKey('a/../b'))
    assert.equal(error.message, 'the key is not usable: "a/../b" has a dot segment')
  })

  test('clip a range at the last byte', async ({ assert }) => {
    assert.deepEqual(resolveRange('a', { start: 0 }, 1), { start: 0, end: 0 })
    assert.deepEqual(resolveRange('a', { start: 5, end: 9_999 }, 10), { start: 5, end: 9 })
    await failure(assert, 'E_RANGE_NOT_SATISFIABLE', async () =>
      resolveRange('a', { start: 0, end: 1.5 }, 10)
    )
  })

  test('choose parts so that no more than ten thousand are needed', ({ assert }) => {
    const MiB = 1024 * 1024
    assert.equal(partSizeBytes(1), 8 * MiB)
    assert.equal(partSizeBytes(undefined), 8 * MiB)
    for (const sizeBytes of [79e9, 500e9, 5e12]) {
      assert.isAtMost(Math.ceil(sizeBytes / partSizeBytes(sizeBytes)), 10_000)
    }
  })

  test('refuse settings with a hole, naming it', async ({ assert }) => {
    const s3 = {
      driver: 's3',
      region: 'x',
      bucket: '',
      accessKeyId: 'x',
      secretAccessKey: '',
      forcePathStyle: true,
    }
    const error = await failure(assert, 'E_INVALID_CONFIG', async () => createStorage(s3 as StorageConfig))
    assert.match(error.message, /s3 needs bucket, secretAccessKey$/)
    await failure(assert, 'E_INVALID_CONFIG', async () => createStorage({ driver: 'disk', root: '' }))
  })
})
