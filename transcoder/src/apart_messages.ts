import type { FailureCode, FailureDetail } from './failures.js'
import type { TranscodePlan } from './plan.js'
import type { TranscodedFile, TranscodeResult } from './result.js'
import type { SourceProbe } from './source_probe.js'
import type { TranscodeRequest } from './transcode.js'

/** From the worker to the process that transcodes apart. */
export type ApartQuestion =
  | {
      kind: 'transcode'
      request: Pick<TranscodeRequest, 'sourcePath' | 'outputDirectory' | 'planOptions'>
    }
  | { kind: 'stop' }
  | { kind: 'heard'; turn: number }

/** And back. What has a `turn` is waited for until the worker has heard it. */
export type ApartAnswer =
  | { kind: 'plan'; turn: number; plan: TranscodePlan; source: SourceProbe }
  | { kind: 'file'; turn: number; file: TranscodedFile }
  | { kind: 'progress'; fraction: number }
  | { kind: 'result'; result: TranscodeResult }
  | { kind: 'failure'; code: FailureCode; message: string; detail: FailureDetail }
