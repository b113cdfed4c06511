interface Sample {
  atMs: number
  bytes: number
}

const WINDOW_MS = 12_000

/** Bytes a second over the last moments: long enough to be calm, short enough to notice that the line changed. */
export class TransferRate {
  #samples: Sample[] = []

  add(sample: Sample) {
    this.#samples.push(sample)
    while (sample.atMs - this.#samples[0]!.atMs > WINDOW_MS) this.#samples.shift()
  }

  /** Null until two moments lie far enough apart to say anything. */
  get bytesPerSecond(): number | null {
    const first = this.#samples[0]
    const last = this.#samples.at(-1)
    if (!first || !last || last.atMs - first.atMs < 500) return null
    return (1000 * (last.bytes - first.bytes)) / (last.atMs - first.atMs)
  }

  secondsLeft(leftBytes: number): number | null {
    const rate = this.bytesPerSecond
    return rate ? leftBytes / rate : null
  }

  forget() {
    this.#samples = []
  }
}
