import { spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { TranscodeError, transcodeApart, type TranscodedFile, type TranscodeRequest } from '@hub/transcoder'
import { test } from '@japa/runner'
import { fixture, ordinary, picture, quickH264 } from './support/fixtures.js'
import { ordinaryTranscoded, scratch } from './support/trial.js'

/** The processes of `transcodeApart` that this one has started. */
function processesApart(): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(process.pid), '-f', 'apart_child'], {
    encoding: 'utf8',
  })
  return stdout.split('\n').filter(Boolean).map(Number)
}

const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => {
      if (error instanceof TranscodeError) return error
      throw error
    }
  )

test.group('In a process apart', () => {
  const long = () => fixture('long.mp4', [...picture('640x360', 30, 60), ...quickH264])

  async function apart(
    context: { test: { cleanup(handler: () => Promise<void>): void } },
    sourcePath: string,
    more: Partial<TranscodeRequest> = {}
  ) {
    return transcodeApart({ sourcePath, outputDirectory: await scratch(context.test), ...more })
  }

  test('a source becomes the same tree', async (context) => {
    const files: TranscodedFile[] = []
    const progress: number[] = []
    let planned = 0
    const result = await apart(context, await ordinary(), {
      onPlan: ({ rungs }) => void (planned = rungs.length),
      onProgress: (fraction) => void progress.push(fraction),
      onFile: async (file) => void files.push(file),
    })
    const usual = await ordinaryTranscoded()
    const names = (of: TranscodedFile[]) => of.map(({ name }) => name)
    context.assert.sameMembers(names(files), names(usual.files))
    context.assert.deepEqual(result.renditions, usual.result.renditions)
    context.assert.equal(result.durationSeconds, usual.result.durationSeconds)
    context.assert.deepEqual(result.decisions[0], { code: 'made_apart', values: {} })
    context.assert.equal(planned, 2)
    context.assert.equal(progress.at(-1), 1)
    context.assert.deepEqual(processesApart(), [])
  })

  test('what takes it down is the end of the source, and this process goes on', async (context) => {
    let delivering = 0
    const attempt = apart(context, await long(), {
      onFile: async ({ kind }) => {
        delivering++
        if (kind === 'segment') for (const pid of processesApart()) process.kill(pid, 'SIGKILL')
        await wait(50)
        delivering--
      },
    })
    const failure = await failureOf(attempt)
    context.assert.deepInclude(failure, { code: 'E_TRANSCODE_CRASHED', retryable: false })
    context.assert.include(failure.message, 'SIGKILL')
    context.assert.equal(delivering, 0)
    context.assert.deepEqual(processesApart(), [])
  })

  test('a refusal keeps its code, and the caller its own error', async (context) => {
    const garbage = join(await scratch(context.test), 'garbage.mp4')
    await writeFile(garbage, 'not a video at all'.repeat(100))
    context.assert.equal((await failureOf(apart(context, garbage))).code, 'E_SOURCE_NOT_MEDIA')
    const lost = apart(context, await ordinary(), {
      onFile: () => Promise.reject(new Error('the bucket is gone')),
    })
    await context.assert.rejects(() => lost, 'the bucket is gone')
    context.assert.deepEqual(processesApart(), [])
  })

  test('a cancellation is heard', async (context) => {
    const controller = new AbortController()
    const outputDirectory = await scratch(context.test)
    const attempt = transcodeApart({
      sourcePath: await long(),
      outputDirectory,
      signal: controller.signal,
      onFile: async () => controller.abort(),
    })
    context.assert.equal((await failureOf(attempt)).code, 'E_CANCELLED')
    const early = transcodeApart({ sourcePath: 'any', outputDirectory, signal: AbortSignal.abort() })
    context.assert.equal((await failureOf(early)).code, 'E_CANCELLED')
    context.assert.include(await readdir(outputDirectory), 'v360')
  })
})
