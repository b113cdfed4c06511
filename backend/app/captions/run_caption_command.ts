import { spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaptionCommand } from './caption_command.js'
import { fillCommand } from './caption_command.js'
import { RecognitionError } from './recognition_error.js'

const outputLimitBytes = 2_000_000
const keptStderr = 4_000

export interface CommandRun {
  command: CaptionCommand
  lang: string
  audioPath: string
  /** Private; the program works in it. */
  folder: string
  timeoutSeconds: number
  signal: AbortSignal
}

/**
 * Runs the office's own program for speech recognition and reads what it wrote.
 * @throws RecognitionError
 */
export async function runCaptionCommand(run: CommandRun): Promise<Uint8Array> {
  const output = join(run.folder, 'captions')
  const { lang, audioPath: audio } = run
  await runProgram(fillCommand(run.command, { lang, audio, output }), run)
  for (const path of [output, `${output}.vtt`, `${output}.srt`]) {
    const found = await stat(path).catch(() => null)
    if (!found?.isFile()) continue
    if (found.size > outputLimitBytes) throw new RecognitionError('E_CAPTION_COMMAND_OUTPUT', 'too large')
    return readFile(path)
  }
  throw new RecognitionError('E_CAPTION_COMMAND_OUTPUT', 'nothing was written')
}

async function runProgram(
  [program, ...args]: CaptionCommand,
  { folder, timeoutSeconds, signal }: CommandRun
) {
  signal.throwIfAborted()
  // A group of its own, to be ended as a whole; and nothing of our secrets
  const { PATH, HOME } = process.env
  const child = spawn(program, args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH, HOME, LANG: 'C.UTF-8', TMPDIR: folder },
  })
  let stderr = ''
  child.stderr.on('data', (data: Buffer) => (stderr = (stderr + data.toString()).slice(-keptStderr)))
  let isLate = false
  const kill = () => killGroup(child.pid)
  const timer = setTimeout(() => {
    isLate = true
    kill()
  }, timeoutSeconds * 1000)
  signal.addEventListener('abort', kill, { once: true })
  try {
    const exit = await new Promise<string>((resolve, reject) => {
      child.once('error', (cause: NodeJS.ErrnoException) => {
        const code = ['ENOENT', 'EACCES'].includes(cause.code ?? '')
          ? 'E_CAPTION_COMMAND_MISSING'
          : 'E_CAPTION_COMMAND_FAILED'
        reject(new RecognitionError(code, `${program} could not be started`, { cause }))
      })
      child.once('exit', (code, killedBy) => resolve(String(killedBy ?? code)))
    })
    signal.throwIfAborted()
    if (isLate) throw new RecognitionError('E_CAPTION_COMMAND_TIMEOUT', `more than ${timeoutSeconds} s`)
    if (exit !== '0')
      throw new RecognitionError('E_CAPTION_COMMAND_FAILED', `ended with ${exit}: ${stderr.trim()}`)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', kill)
    // What it left running in the background
    kill()
  }
}

function killGroup(pid: number | undefined) {
  if (!pid) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
