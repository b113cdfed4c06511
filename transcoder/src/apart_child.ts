/** The process of `transcodeApart`: takes one request, and lives no longer than the worker that sent it. */
import type { ApartAnswer, ApartQuestion } from './apart_messages.js'
import { TranscodeError } from './failures.js'
import { transcode } from './transcode.js'

const stop = new AbortController()
const waiting = new Map<number, () => void>()
let turns = 0

// The worker is gone, and ffmpeg goes with this process.
process.on('disconnect', () => process.exit(1))
process.on('message', (message) => {
  const question = message as ApartQuestion
  if (question.kind === 'stop') stop.abort()
  else if (question.kind === 'heard') waiting.get(question.turn)?.()
  else void run(question.request)
})

async function run(request: Extract<ApartQuestion, { kind: 'transcode' }>['request']) {
  try {
    const result = await transcode({
      ...request,
      signal: stop.signal,
      onPlan: (plan, source) => heard((turn) => ({ kind: 'plan', turn, plan, source })),
      onFile: (file) => heard((turn) => ({ kind: 'file', turn, file })),
      onProgress: (fraction) => tell({ kind: 'progress', fraction }),
    })
    tell({ kind: 'result', result })
  } catch (cause) {
    // Anything else is a fault of ours: the process ends by it, which the worker tells as a crash.
    if (!(cause instanceof TranscodeError)) throw cause
    tell({ kind: 'failure', code: cause.code, message: cause.message, detail: cause.detail })
  }
}

function heard(answer: (turn: number) => ApartAnswer): Promise<void> {
  const turn = ++turns
  return new Promise((resolve) => {
    waiting.set(turn, () => {
      waiting.delete(turn)
      resolve()
    })
    tell(answer(turn))
  })
}

function tell(answer: ApartAnswer) {
  process.send!(answer)
}
