import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ApartAnswer, ApartQuestion } from './apart_messages.js'
import { decided } from './decisions.js'
import { TranscodeError } from './failures.js'
import type { TranscodeResult } from './result.js'
import type { TranscodeRequest } from './transcode.js'

const child = fileURLToPath(new URL('./apart_child.ts', import.meta.url))
/** Far more than any source was seen to need; what a hostile one asks for ends there. */
const memoryMib = 1024

/**
 * The same as `transcode`, in a process of its own: for a source during which a worker has died. What takes that process
 * down is the end of the source, not of the worker. Costs about a second more.
 *
 * @throws TranscodeError also `E_TRANSCODE_CRASHED`
 */
export async function transcodeApart(request: TranscodeRequest): Promise<TranscodeResult> {
  const { sourcePath, outputDirectory, planOptions, signal } = request
  if (signal?.aborted) throw new TranscodeError('E_CANCELLED', 'the transcode was cancelled')
  const made = fork(child, [], {
    execArgv: ['--import', '@poppinss/ts-exec', `--max-old-space-size=${memoryMib}`],
    // Dates, errors and undefined come through as they are.
    serialization: 'advanced',
    // No secret of the application is for what reads a hostile file.
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
  })
  const say = (question: ApartQuestion) => made.connected && made.send(question)
  const onAbort = () => say({ kind: 'stop' })
  signal?.addEventListener('abort', onAbort, { once: true })
  const hearing = new Set<Promise<void>>()
  try {
    say({ kind: 'transcode', request: { sourcePath, outputDirectory, planOptions } })
    return await answerOf(
      made,
      (answer) => {
        const heard = hear(request, answer).then(() => void say({ kind: 'heard', turn: answer.turn }))
        hearing.add(heard)
        return heard
      },
      request
    )
  } finally {
    signal?.removeEventListener('abort', onAbort)
    if (made.pid && made.exitCode === null && made.signalCode === null) {
      made.kill('SIGKILL')
      await once(made, 'exit')
    }
    // Once this has ended, nobody reads the scratch folder any more.
    await Promise.allSettled(hearing)
  }
}

type Spoken = Extract<ApartAnswer, { turn: number }>

function answerOf(
  made: ChildProcess,
  listen: (answer: Spoken) => Promise<void>,
  { onProgress }: TranscodeRequest
) {
  return new Promise<TranscodeResult>((resolve, reject) => {
    const crashed = (how: string) =>
      reject(new TranscodeError('E_TRANSCODE_CRASHED', `the process that read the source ended by ${how}`))
    made.on('error', (cause) =>
      reject(new TranscodeError('E_TRANSCODE_INTERNAL', 'no process could be started', { cause }))
    )
    made.on('exit', (code, signal) => crashed(signal ?? `code ${code}`))
    made.on('message', (message) => {
      const answer = message as ApartAnswer
      if (answer.kind === 'progress') onProgress?.(answer.fraction)
      else if (answer.kind === 'result') resolve(withDecision(answer.result))
      else if (answer.kind === 'failure') {
        const { code, message: words, detail } = answer
        reject(new TranscodeError(code, words, { detail }))
      }
      // The caller's own error comes through as it is; the process is ended by it.
      else listen(answer).catch(reject)
    })
  })
}

function withDecision(result: TranscodeResult): TranscodeResult {
  return { ...result, decisions: [decided('made_apart', {}), ...result.decisions] }
}

async function hear(request: TranscodeRequest, answer: Spoken) {
  if (answer.kind === 'plan') await request.onPlan?.(answer.plan, answer.source)
  else await request.onFile?.(answer.file)
}
