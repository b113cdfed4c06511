/**
 * Every way a transcode can end badly. The list is closed: texts in both languages hang on it,
 * and a queue decides by `retryable` whether another try can help.
 */
export const failureCodes = [
  'E_SOURCE_EMPTY',
  'E_SOURCE_NOT_MEDIA',
  'E_SOURCE_NO_VIDEO',
  'E_SOURCE_UNDECODABLE',
  'E_SOURCE_TOO_LARGE',
  'E_SOURCE_TOO_LONG',
  'E_SOURCE_TOO_MANY_STREAMS',
  'E_SOURCE_UNREADABLE',
  'E_OUTPUT_TOO_LARGE',
  'E_OUTPUT_INVALID',
  'E_TRANSCODE_STALLED',
  'E_TRANSCODE_TIMEOUT',
  'E_TRANSCODE_KILLED',
  'E_TRANSCODE_CRASHED',
  'E_TRANSCODE_OUT_OF_MEMORY',
  'E_SCRATCH_FULL',
  'E_FFMPEG_MISSING',
  'E_CANCELLED',
  'E_TRANSCODE_INTERNAL',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** What may pass by itself: a busy or broken machine, never a broken file. */
const retryableCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'E_SOURCE_UNREADABLE',
  'E_TRANSCODE_STALLED',
  'E_TRANSCODE_KILLED',
  'E_SCRATCH_FULL',
  'E_FFMPEG_MISSING',
  'E_TRANSCODE_INTERNAL',
])

export interface FailureDetail {
  argv?: string[]
  exitCode?: number | null
  exitSignal?: string | null
  stderrTail?: string[]
}

/** A transcode that ended badly: a code for people's texts, the command and its last words for us. */
export class TranscodeError extends Error {
  readonly code: FailureCode
  readonly retryable: boolean
  readonly detail: FailureDetail

  constructor(code: FailureCode, message: string, options: { detail?: FailureDetail; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'TranscodeError'
    this.code = code
    this.retryable = retryableCodes.has(code)
    this.detail = options.detail ?? {}
  }
}
