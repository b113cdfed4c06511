import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { TranscodeError } from '@hub/transcoder'
import { test } from '@japa/runner'
import { argvOf, type CommandLine, quietGlobals } from '../../transcoder/src/arguments/command_line.js'
import { failureOfExit } from '../../transcoder/src/exit.js'
import { runFfmpeg } from '../../transcoder/src/ffmpeg.js'
import { fixture, picture, quickH264 } from './support/fixtures.js'
import { processesWith } from './support/processes.js'
import { scratch } from './support/trial.js'

/** A command that would go on for an hour; its target's name tells its process from others. */
function endless(target: string): CommandLine {
  return {
    inputs: [{ options: ['-re', '-f', 'lavfi'], url: 'testsrc2=size=64x64:rate=5:duration=3600' }],
    globals: quietGlobals,
    filterGraph: '[0:v]split[a][b];[b]nullsink',
    outputs: [{ options: ['-map', '[a]', '-f', 'null'], target }],
  }
}

async function appears(mark: string, directory?: string) {
  for (let tries = 0; tries < 1200; tries++) {
    const found = (await processesWith(mark)).filter((one) => !directory || one.directory === directory)
    if (found.length > 0) return found
    await wait(25)
  }
  throw new Error(`no process with ${mark}`)
}

async function disappears(mark: string) {
  for (let tries = 0; tries < 400 && (await processesWith(mark)).length > 0; tries++) await wait(25)
  return processesWith(mark)
}

const codeOf = (error: unknown) => (error instanceof TranscodeError ? error.code : String(error))

test.group('The process', () => {
  test('is given exactly the planned arguments, politely, in a group of its own', async (context) => {
    const mark = `exactly-${process.pid}`
    const controller = new AbortController()
    const command = endless(mark)
    const cwd = await scratch(context.test)
    const running = runFfmpeg(command, { cwd, signal: controller.signal, timeoutSeconds: 60 }).catch(codeOf)
    const [found] = await appears(mark)
    context.assert.deepEqual(found!.argv, ['ffmpeg', ...argvOf(command)])
    context.assert.equal(found!.niceness, 10)
    // Where the kernel groups processes by session, that of the group is what counts
    const group = await readFile(`/proc/${found!.pid}/autogroup`, 'utf8').catch(() => 'nice 10')
    context.assert.match(group, /nice 10$/m)
    context.assert.equal(found!.group, found!.pid)
    context.assert.notProperty(found!.environment, 'APP_KEY')
    controller.abort()
    context.assert.equal(await running, 'E_CANCELLED')
    context.assert.deepEqual(await disappears(mark), [])
  })

  test('yields to everything else once there is something to show', async (context) => {
    const mark = `yields-${process.pid}`
    const controller = new AbortController()
    const cwd = await scratch(context.test)
    let begun = () => {}
    const yieldsAfter = new Promise<void>((resolve) => (begun = resolve))
    const options = { cwd, signal: controller.signal, timeoutSeconds: 60, niceness: 5, yieldsAfter }
    const running = runFfmpeg(endless(mark), options).catch(codeOf)
    const [found] = await appears(mark)
    const group = () => readFile(`/proc/${found!.pid}/autogroup`, 'utf8').catch(() => null)
    const before = await group()
    context.assert.equal(found!.niceness, 5)
    begun()
    for (let tries = 0; tries < 400 && (await group()) === before && before !== null; tries++) await wait(25)
    if (before !== null) context.assert.match((await group())!, /nice 19$/m)
    controller.abort()
    context.assert.equal(await running, 'E_CANCELLED')
  })

  test('that stands still is ended as stalled', async (context) => {
    const mark = `stalled-${process.pid}`
    const cwd = await scratch(context.test)
    const running = runFfmpeg(endless(mark), { cwd, timeoutSeconds: 60, stallSeconds: 1 }).catch(codeOf)
    const [found] = await appears(mark)
    process.kill(found!.pid, 'SIGSTOP')
    context.assert.equal(await running, 'E_TRANSCODE_STALLED')
    context.assert.deepEqual(await disappears(mark), [])
  })

  test('that takes too long is ended, and one killed from outside is said to be so', async (context) => {
    const cwd = await scratch(context.test)
    const slow = runFfmpeg(endless(`slow-${process.pid}`), { cwd, timeoutSeconds: 0.5 }).catch(codeOf)
    context.assert.equal(await slow, 'E_TRANSCODE_TIMEOUT')

    const mark = `killed-${process.pid}`
    const running = runFfmpeg(endless(mark), { cwd, timeoutSeconds: 60 }).catch(codeOf)
    process.kill((await appears(mark))[0]!.pid, 'SIGKILL')
    context.assert.equal(await running, 'E_TRANSCODE_KILLED')
  })

  test('that fails gives its arguments, exit code and last words', async (context) => {
    const cwd = await scratch(context.test)
    const command = { ...endless('x'), filterGraph: '[0:v]nosuchfilter[a]' }
    const error: unknown = await runFfmpeg(command, { cwd, timeoutSeconds: 60 }).catch(
      (cause: unknown) => cause
    )
    context.assert.instanceOf(error, TranscodeError)
    const { code, detail, cause } = error as TranscodeError
    context.assert.equal(code, 'E_TRANSCODE_INTERNAL')
    context.assert.equal(detail.exitCode, 1)
    context.assert.deepEqual(detail.argv, argvOf(command))
    context.assert.include(detail.stderrTail!.join('\n'), 'nosuchfilter')
    context.assert.instanceOf(cause, Error)
  })

  test('that asks for more memory than it may have is said to', async ({ assert }) => {
    const launcher = fileURLToPath(new URL('../../transcoder/bin/limited', import.meta.url))
    const encode = ['-f', 'lavfi', '-i', 'testsrc2=size=3840x2160', '-frames:v', '40', '-c:v', 'libx264']
    const ran = spawnSync(launcher, ['-v', 'error', ...encode, '-f', 'null', '-'], {
      env: { PATH: process.env.PATH, TRANSCODER_TOOL: 'ffmpeg', TRANSCODER_MEMORY_KIB: '600000' },
      encoding: 'utf8',
    })
    const detail = { exitCode: ran.status, exitSignal: ran.signal, stderrTail: ran.stderr.split('\n') }
    const { code, retryable } = failureOfExit(undefined, detail)
    assert.deepEqual({ code, retryable }, { code: 'E_TRANSCODE_OUT_OF_MEMORY', retryable: false })
  })

  test('dies with a worker that was killed with -9', async (context) => {
    const cwd = await scratch(context.test)
    const source = await fixture('long.mp4', [...picture('640x360', 30, 60), ...quickH264])
    const script = fileURLToPath(new URL('support/worker.ts', import.meta.url))
    const worker: ChildProcess = spawn(process.execPath, [
      '--import',
      '@poppinss/ts-exec',
      script,
      source,
      cwd,
    ])
    context.test.cleanup(() => void worker.kill('SIGKILL'))
    const encoders = await appears('[v240]', cwd)
    worker.kill('SIGKILL')
    for (const { pid } of encoders) {
      for (let tries = 0; tries < 400 && (await isAlive(pid)); tries++) await wait(25)
      context.assert.isFalse(await isAlive(pid))
    }
  })
})

async function isAlive(pid: number) {
  try {
    return !/^State:\s+[ZX]/m.test(await readFile(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
