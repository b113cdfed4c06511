/**
 * The only file that starts a process or knows fluent-ffmpeg (which is no longer developed).
 * Everything above it says what to run as data; everything it throws is a TranscodeError.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import fluentFfmpeg from 'fluent-ffmpeg'
import { argvOf, type CommandLine } from './arguments/command_line.js'
import { failureOfExit } from './exit.js'
import { type FailureCode, TranscodeError } from './failures.js'
import { limits } from './limits.js'
import { type ProgressReport, progressReader } from './progress.js'
import { watchForStall } from './stall.js'

/** Shell wrapper that sets limits and binds the child's life to ours. */
const launcher = fileURLToPath(new URL('../bin/limited', import.meta.url))
const stderrLines = 60

export interface RunOptions {
  cwd: string
  signal?: AbortSignal
  timeoutSeconds: number
  niceness?: number
  /** From then on it is as nice as this, by default to everything else. */
  yieldsAfter?: Promise<unknown>
  yieldsTo?: number
  stallSeconds?: number
  onProgress?(report: ProgressReport): void
  /** What ffmpeg says besides: errors that it could live with. */
  onMessage?(line: string): unknown
}

/** Resolves when ffmpeg has exited with 0; what it made is still to be checked by the caller. */
export async function runFfmpeg(command: CommandLine, options: RunOptions): Promise<void> {
  throwIfCancelled(options.signal)
  const argv = argvOf(command)
  const niceness = options.niceness ?? limits.niceness
  const runner = fluentFfmpeg({ cwd: options.cwd, niceness, stdoutLines: stderrLines })
  runner.setFfmpegPath(launcher)
  for (const { options: inputOptions, url } of command.inputs) {
    runner.input(url)
    addOptions(runner.inputOptions.bind(runner), inputOptions)
  }
  for (const output of command.outputs) {
    runner.output(output.target)
    addOptions(runner.outputOptions.bind(runner), output.options)
  }
  if (command.filterGraph) runner.complexFilter(command.filterGraph)
  ownGroup(runner, command.globals, limitedEnvironment('ffmpeg', options.timeoutSeconds, niceness))

  const read = progressReader()
  let child: ChildProcess | undefined
  let killedAs: FailureCode | undefined
  const kill = (code: FailureCode) => {
    killedAs ??= code
    killGroup(child)
  }
  const onAbort = () => kill('E_CANCELLED')
  const timer = setTimeout(() => kill('E_TRANSCODE_TIMEOUT'), options.timeoutSeconds * 1000)
  const stall = watchForStall(options.stallSeconds ?? limits.stallSeconds, () => kill('E_TRANSCODE_STALLED'))
  options.signal?.addEventListener('abort', onAbort, { once: true })

  try {
    await new Promise<void>((resolve, reject) => {
      let tail: string[] = []
      runner.on('start', () => {
        child = (runner as unknown as { ffmpegProc: ChildProcess }).ffmpegProc
        stall.watch(child.pid)
        void options.yieldsAfter?.then(
          () => child && yieldTo(child, options.yieldsTo ?? limits.leastNiceness)
        )
        if (options.signal?.aborted) onAbort()
      })
      runner.on('stderr', (line: string) => {
        const report = read(line)
        if (report === undefined) {
          tail = [...tail, line].slice(-stderrLines)
          options.onMessage?.(line)
        }
        if (report) {
          stall.moved(report)
          options.onProgress?.(report)
        }
      })
      runner.on('end', () => resolve())
      runner.on('error', (cause: Error) => {
        const detail = { argv, exitCode: child?.exitCode, exitSignal: child?.signalCode, stderrTail: tail }
        reject(failureOfExit(killedAs, detail, cause))
      })
      runner.run()
    })
  } finally {
    clearTimeout(timer)
    stall.stop()
    options.signal?.removeEventListener('abort', onAbort)
    killGroup(child)
  }
}

/** Runs ffprobe and returns what it printed. `E_SOURCE_NOT_MEDIA` where it could not open the source. */
export async function runFfprobe(
  argv: string[],
  options: { signal?: AbortSignal; timeoutSeconds?: number } = {}
) {
  throwIfCancelled(options.signal)
  const child = spawn(launcher, argv, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: limitedEnvironment('ffprobe', options.timeoutSeconds ?? limits.probeSeconds),
  })
  let killedAs: FailureCode | undefined
  const kill = (code: FailureCode) => {
    killedAs ??= code
    killGroup(child)
  }
  const onAbort = () => kill('E_CANCELLED')
  options.signal?.addEventListener('abort', onAbort, { once: true })
  const timer = setTimeout(
    () => kill('E_TRANSCODE_TIMEOUT'),
    (options.timeoutSeconds ?? limits.probeSeconds) * 1000
  )
  try {
    return await new Promise<string>((resolve, reject) => {
      const stdout: Buffer[] = []
      let stderr = ''
      child.stdout.on('data', (data: Buffer) => stdout.push(data))
      child.stderr.on('data', (data: Buffer) => (stderr = (stderr + data.toString()).slice(-8000)))
      child.on('error', (cause) =>
        reject(new TranscodeError('E_FFMPEG_MISSING', 'ffprobe could not be started', { cause }))
      )
      child.on('close', (exitCode, exitSignal) => {
        if (exitCode === 0) return resolve(Buffer.concat(stdout).toString())
        const detail = { argv, exitCode, exitSignal, stderrTail: stderr.trim().split('\n') }
        const failedToOpen = exitCode === 1 ? 'E_SOURCE_NOT_MEDIA' : undefined
        reject(failureOfExit(killedAs ?? failedToOpen, detail))
      })
    })
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', onAbort)
  }
}

function throwIfCancelled(signal?: AbortSignal) {
  if (signal?.aborted)
    throw new TranscodeError('E_CANCELLED', 'the transcode was cancelled', { cause: signal.reason })
}

/** fluent-ffmpeg splits a lone argument at its space, but never one of several. */
function addOptions(add: (...options: string[]) => unknown, options: string[]) {
  if (options.length > 1) add(...options)
}

/**
 * fluent-ffmpeg has no way to ask for an own process group or environment, nor for global options:
 * its spawning step is wrapped, for this one command.
 */
function ownGroup(runner: fluentFfmpeg.FfmpegCommand, globals: string[], env: NodeJS.ProcessEnv) {
  const inner = runner as unknown as {
    _global: (...options: string[]) => void
    _checkCapabilities: (done: () => void) => void
    availableEncoders: (done: (error: null, encoders: object) => void) => void
    _spawnFfmpeg: (args: string[], options: object, ...callbacks: unknown[]) => void
  }
  const spawnFfmpeg = inner._spawnFfmpeg.bind(runner)
  inner._global(...globals)
  // Our arguments are complete; asking ffmpeg for its formats and encoders first would cost a second.
  inner._checkCapabilities = (done) => done()
  inner.availableEncoders = (done) => done(null, {})
  inner._spawnFfmpeg = (args, options, ...callbacks) =>
    spawnFfmpeg(args, { ...options, detached: true, env }, ...callbacks)
}

/** What the child may see: no secret of the application, and its limits. */
function limitedEnvironment(tool: 'ffmpeg' | 'ffprobe', timeoutSeconds: number, niceness = 0) {
  return {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    AV_LOG_FORCE_NOCOLOR: '1',
    TRANSCODER_TOOL: tool,
    TRANSCODER_MEMORY_KIB: String(limits.memoryKib),
    TRANSCODER_CPU_SECONDS: String(Math.ceil(timeoutSeconds * availableParallelism())),
    TRANSCODER_FILE_BLOCKS: String(limits.fileBytes / 512),
    TRANSCODER_NICENESS: String(niceness),
  }
}

/** The niceness of its session, see bin/limited; where there is none, or the process has just ended, nothing is lost. */
function yieldTo({ pid, exitCode, signalCode }: ChildProcess, niceness: number) {
  // Its number may be another process's by now.
  if (exitCode !== null || signalCode !== null) return
  writeFile(`/proc/${pid}/autogroup`, String(niceness)).catch(() => {})
}

function killGroup(child: ChildProcess | undefined) {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
