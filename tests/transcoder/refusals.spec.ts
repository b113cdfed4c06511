import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { failureCodes, probe, transcode, TranscodeError } from '@hub/transcoder'
import { test } from '@japa/runner'
import { bytesFixture, fixture, ordinary, picture, quickH264, withHeaderSize } from './support/fixtures.js'
import { scratch, transcoded } from './support/trial.js'

/** The error that ends an attempt; fails the test where there is none. */
async function failureOf(attempt: Promise<unknown>): Promise<TranscodeError> {
  try {
    await attempt
  } catch (error) {
    if (error instanceof TranscodeError) return error
    throw error
  }
  throw new Error('the attempt succeeded')
}

test.group('A source is refused', () => {
  test('when it is empty, absent or no media at all, for good where no retry can help', async ({
    assert,
  }) => {
    const empty = await failureOf(probe(await bytesFixture('empty.mp4', '')))
    assert.deepInclude(empty, { code: 'E_SOURCE_EMPTY', retryable: false })
    const noise = await failureOf(
      probe(await bytesFixture('noise.mp4', Buffer.alloc(40_000, 'not a video ')))
    )
    assert.deepInclude(noise, { code: 'E_SOURCE_NOT_MEDIA', retryable: false })
    assert.isAbove(noise.detail.stderrTail!.length, 0)
    const absent = await failureOf(probe('/nowhere/at/all.mp4'))
    assert.deepInclude(absent, { code: 'E_SOURCE_UNREADABLE', retryable: true })
  })

  test('when it has no pictures that can be decoded', async (context) => {
    const source = await fixture('damaged.webm', [
      ...picture('320x240', 25, 1),
      ...['-c:v', 'libvpx-vp9', '-cpu-used', '8', '-deadline', 'realtime'],
      // Every packet's bytes are overwritten.
      ...['-bsf:v', 'noise=amount=1'],
    ])
    const failure = await failureOf(transcoded(context.test, source))
    context.assert.deepInclude(failure, { code: 'E_SOURCE_UNDECODABLE', retryable: false })
    context.assert.include(failure.detail.argv!, `file:${source}`)
  })

  test('when its header asks for a picture that no camera makes', async (context) => {
    const small = await fixture('raw.avi', [...picture('64x64', 5, 1), '-c:v', 'rawvideo'])
    const large = await failureOf(probe(await withHeaderSize('large.avi', small, 16_000)))
    context.assert.deepInclude(large, { code: 'E_SOURCE_TOO_LARGE', retryable: false })
    // ffmpeg itself believes in no such picture.
    const largest = await withHeaderSize('largest.avi', small, 65_535)
    const failure = await failureOf(transcoded(context.test, largest))
    context.assert.deepInclude(failure, { code: 'E_SOURCE_NO_VIDEO', retryable: false })
  })

  test('when it is a picture or a row of pictures', async ({ assert }) => {
    const still = await fixture('still.png', [...picture('320x240', 1, 1), '-frames:v', '1'])
    assert.equal((await failureOf(probe(still))).code, 'E_SOURCE_NOT_MEDIA')
    assert.equal((await failureOf(probe(still.replace('still', 'stil%c')))).code, 'E_SOURCE_UNREADABLE')
  })

  test('when it is a playlist or a script, and nothing that it names is opened: {name}')
    .with([
      { name: 'list.m3u8', text: (url: string) => `#EXTM3U\n#EXTINF:4,\n${url}\n#EXT-X-ENDLIST\n` },
      { name: 'list.mp4', text: (url: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${url}\n` },
      { name: 'script.txt', text: (url: string) => `ffconcat version 1.0\nfile '${url}'\n` },
      { name: 'local.ffconcat', text: () => `ffconcat version 1.0\nfile '/etc/passwd'\n` },
      {
        name: 'dash.mpd',
        text: (url: string) => `<?xml version="1.0"?><MPD><BaseURL>${url}</BaseURL></MPD>`,
      },
      { name: 'words.sdp', text: () => 'v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n' },
    ])
    .run(async (context, { name, text }) => {
      const asked: string[] = []
      const server = createServer((request, response) => {
        asked.push(request.url!)
        response.end()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      context.test.cleanup(() => void server.close())
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/segment.ts`

      const failure = await failureOf(transcoded(context.test, await bytesFixture(name, text(url))))
      context.assert.equal(failure.code, 'E_SOURCE_NOT_MEDIA')
      context.assert.deepEqual(asked, [])
    })
})

test.group('Giving up', () => {
  test('by the caller ends as cancelled, before and while encoding', async (context) => {
    const before = await scratch(context.test)
    const early = transcode({
      sourcePath: await ordinary(),
      outputDirectory: before,
      signal: AbortSignal.abort(),
    })
    context.assert.equal((await failureOf(early)).code, 'E_CANCELLED')
    context.assert.deepEqual(await readdir(before), [])

    const controller = new AbortController()
    let delivering = 0
    const long = await fixture('long.mp4', [...picture('640x360', 30, 60), ...quickH264])
    const during = transcoded(context.test, long, {
      signal: controller.signal,
      onFile: async ({ kind }) => {
        delivering++
        if (kind === 'segment') controller.abort()
        await wait(50)
        delivering--
      },
    })
    context.assert.deepInclude(await failureOf(during), { code: 'E_CANCELLED', retryable: false })
    context.assert.equal(delivering, 0)
  })

  test("follows from a file that could not be delivered, with the caller's own error", async (context) => {
    const refused = new Error('the bucket is gone')
    const attempt = transcoded(context.test, await ordinary(), {
      onFile: () => Promise.reject(refused),
    })
    await context.assert.rejects(() => attempt, 'the bucket is gone')
  })

  test('has a closed list of reasons', ({ assert }) => {
    assert.equal(new Set(failureCodes).size, failureCodes.length)
    for (const code of failureCodes) assert.match(code, /^E_[A-Z_]+$/)
  })
})
