import type { TranscodedFile } from './result.js'

const concurrency = 4

/**
 * Hands finished files to the caller, a few at a time, in the order in which they were finished.
 * The first failure of the caller's stops everything that is still to be made, by `onFailure`.
 */
export class FileOutlet {
  readonly #deliver: (file: TranscodedFile) => Promise<void>
  readonly #onFailure: (cause: unknown) => void
  readonly #waiting: TranscodedFile[] = []
  #running = 0
  #failure: { cause: unknown } | null = null
  #idle: (() => void)[] = []
  #roomy: (() => void)[] = []

  constructor(
    deliver: ((file: TranscodedFile) => Promise<void>) | undefined,
    onFailure: (cause: unknown) => void
  ) {
    this.#deliver = deliver ?? (() => Promise.resolve())
    this.#onFailure = onFailure
  }

  offer(file: TranscodedFile) {
    this.#waiting.push(file)
    this.#next()
  }

  /** Resolves when all that was offered is delivered; rejects with the caller's own error. */
  async drain(): Promise<void> {
    if (this.#running > 0 || (this.#waiting.length > 0 && !this.#failure)) {
      await new Promise<void>((resolve) => this.#idle.push(resolve))
    }
    if (this.#failure) throw this.#failure.cause
  }

  /** Resolves when nothing waits any more: what is offered next is delivered at once. */
  async room(): Promise<void> {
    if (this.#waiting.length > 0 && !this.#failure) {
      await new Promise<void>((resolve) => this.#roomy.push(resolve))
    }
  }

  /** Delivers nothing more, and resolves when what was under way is over, well or badly. */
  async stop(): Promise<void> {
    this.#waiting.length = 0
    this.#next()
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  #next() {
    while (this.#running < concurrency && !this.#failure) {
      const file = this.#waiting.shift()
      if (!file) break
      this.#running++
      this.#deliver(file)
        .catch((cause: unknown) => {
          this.#failure ??= { cause }
          this.#onFailure(cause)
        })
        .finally(() => {
          this.#running--
          this.#next()
        })
    }
    if (this.#waiting.length === 0 || this.#failure) this.#roomy.splice(0).forEach((resolve) => resolve())
    if (this.#running === 0) this.#idle.splice(0).forEach((resolve) => resolve())
  }
}
