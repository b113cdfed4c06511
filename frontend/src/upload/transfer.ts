import type { DetailedError, PreviousUpload, Upload } from 'tus-js-client'
import { readCookie } from '../api/cookies.js'

export interface TransferEvents {
  onProgress: (sentBytes: number) => void
  /** The line is lost; another try follows by itself. */
  onReconnecting: () => void
  onReceived: () => void
  /** Given up: `status` 0 where the server was not reached, `message` its own sentence where it sent one. */
  onStopped: (failure: { status: number; message: string | null }) => void
}

export interface TransferOptions extends TransferEvents {
  file: File
  /** Distinguishes the people who share an office PC. */
  accountId: string
  language: string
}

const ENDPOINT = '/api/v1/uploads'
/** A multiple of what S3 takes as a part; small enough for the proxies between here and a village. */
const CHUNK_BYTES = 16 * 1024 ** 2
const QUICK_RETRIES_MS = [0, 1000, 2000, 5000, 10_000, 20_000]
/** After those, for another hour and a half. */
const PATIENT_RETRIES_MS = Array<number>(180).fill(30_000)
/** What passes by itself: nothing reached, busy, locked by the connection before, too many. */
const PASSING = [0, 408, 409, 423, 429]

export const fingerprintOf = (file: File, accountId: string) =>
  ['hub', accountId, file.name, file.size, file.lastModified].join('|')

/** One file on its way by the tus protocol; `targetFor` must be called before `start`. */
export class Transfer {
  #upload: Upload
  #previous: PreviousUpload[] = []

  private constructor(upload: Upload) {
    this.#upload = upload
  }

  static async open(options: TransferOptions): Promise<Transfer> {
    const { Upload } = await import('tus-js-client')
    const { file, accountId, language } = options
    const upload = new Upload(file, {
      endpoint: ENDPOINT,
      chunkSize: CHUNK_BYTES,
      retryDelays: [...QUICK_RETRIES_MS, ...PATIENT_RETRIES_MS],
      removeFingerprintOnSuccess: true,
      fingerprint: async () => fingerprintOf(file, accountId),
      headers: { 'Accept-Language': language },
      onBeforeRequest(request) {
        const token = readCookie('XSRF-TOKEN')
        if (token) request.setHeader('X-XSRF-TOKEN', token)
      },
      onProgress: options.onProgress,
      onSuccess: options.onReceived,
      onShouldRetry(error) {
        const passes = isPassing(statusOf(error))
        if (passes) options.onReconnecting()
        return passes
      },
      onError: (error) => options.onStopped(read(error)),
    })
    const transfer = new Transfer(upload)
    transfer.#previous = await upload.findPreviousUploads()
    return transfer
  }

  /** The drafts for which earlier, unfinished sendings of this very file were begun, the latest first. */
  get earlierVideoIds(): string[] {
    return this.#previous
      .toSorted((a, b) => b.creationTime.localeCompare(a.creationTime))
      .flatMap(({ metadata }) => metadata.videoId ?? [])
  }

  /** Says which video the file is for; an earlier sending for the same video is continued. */
  aimAt(videoId: string): { continues: boolean } {
    const file = this.#upload.file as File
    this.#upload.options.metadata = { videoId, filename: file.name }
    const earlier = this.#previous.find(({ metadata }) => metadata.videoId === videoId)
    if (earlier) this.#upload.resumeFromPreviousUpload(earlier)
    return { continues: earlier !== undefined }
  }

  start() {
    this.#upload.start()
  }

  pause(): Promise<void> {
    return this.#upload.abort()
  }

  /** Gives up, and has the server throw away what it received. */
  async cancel() {
    await this.#upload.abort(this.#upload.url !== null)
  }
}

const isPassing = (status: number) => PASSING.includes(status) || status >= 500

function statusOf(error: Error | DetailedError): number {
  return 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0
}

function read(error: Error | DetailedError): { status: number; message: string | null } {
  const status = statusOf(error)
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
  try {
    const { errors } = JSON.parse(body ?? '') as { errors: { message: string }[] }
    return { status, message: errors[0]?.message ?? null }
  } catch {
    // Something in between answered, or nobody did: the status is all there is to tell.
    return { status, message: null }
  }
}
