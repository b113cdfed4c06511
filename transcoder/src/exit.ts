import { type FailureCode, type FailureDetail, TranscodeError } from './failures.js'

const sentences: Partial<Record<FailureCode, string>> = {
  E_CANCELLED: 'the transcode was cancelled',
  E_TRANSCODE_TIMEOUT: 'ffmpeg took longer than its time limit',
  E_TRANSCODE_STALLED: 'ffmpeg made no progress and was stopped',
  E_TRANSCODE_KILLED: 'ffmpeg was killed from outside',
  E_TRANSCODE_OUT_OF_MEMORY: 'ffmpeg asked for more memory than it may have',
  E_OUTPUT_TOO_LARGE: 'ffmpeg wrote more than its limit',
  E_SOURCE_NOT_MEDIA: 'the source could not be opened as audio or video',
  E_FFMPEG_MISSING: 'ffmpeg is not installed',
}

/** Signals that say by themselves what happened; others are a crash of ffmpeg. */
const signalCodes: Record<string, FailureCode> = {
  SIGKILL: 'E_TRANSCODE_KILLED',
  SIGTERM: 'E_TRANSCODE_KILLED',
  SIGINT: 'E_TRANSCODE_KILLED',
  SIGHUP: 'E_TRANSCODE_KILLED',
  SIGXCPU: 'E_TRANSCODE_TIMEOUT',
  SIGXFSZ: 'E_OUTPUT_TOO_LARGE',
}

/** What ffmpeg and its libraries say when an allocation is refused by the limit on the address space. */
const refusedMemory = /cannot allocate memory|malloc of size \d+ failed|failed to allocate|out of memory/i

/** The error for a process that did not end with 0. `killedAs` is why we ended it ourselves, if we did. */
export function failureOfExit(
  killedAs: FailureCode | undefined,
  detail: FailureDetail,
  cause?: unknown
): TranscodeError {
  // 127 is the shell's "command not found", 126 "not executable".
  const missing = detail.exitCode === 127 || detail.exitCode === 126
  const code =
    killedAs ??
    (detail.exitSignal ? signalCodes[detail.exitSignal] : undefined) ??
    (detail.stderrTail?.some((line) => refusedMemory.test(line)) ? 'E_TRANSCODE_OUT_OF_MEMORY' : undefined) ??
    (missing ? 'E_FFMPEG_MISSING' : 'E_TRANSCODE_INTERNAL')
  const how = detail.exitSignal ? `signal ${detail.exitSignal}` : `code ${detail.exitCode}`
  return new TranscodeError(code, sentences[code] ?? `ffmpeg ended with ${how}`, { detail, cause })
}
