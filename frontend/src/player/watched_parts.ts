/** As the API cuts a video for its retention curve. */
export const PART_COUNT = 50
/** Between two reports of the time more than that is a jump, at any speed that people watch at. */
const LONGEST_STEP_SECONDS = 3

export interface Watched {
  first: boolean
  watchedSeconds: number
  parts: number[]
}

/** Adds up what is watched of a video from the times that its element reports; jumps are not watched. */
export class WatchedParts {
  #at: number | null = null
  #seconds = 0
  #fresh = new Set<number>()
  #told = new Set<number>()
  #first = true

  constructor(private readonly durationSeconds: number) {}

  /** Where it is played now; null while it is not. */
  follow(seconds: number | null) {
    const before = this.#at
    this.#at = seconds
    if (seconds === null || before === null) return
    const step = seconds - before
    if (step <= 0 || step > LONGEST_STEP_SECONDS) return
    this.#seconds += step
    for (let part = this.#partAt(before); part <= this.#partAt(seconds); part++) {
      if (!this.#told.has(part)) this.#fresh.add(part)
    }
  }

  /** What has come since it was last asked; null where that is less than a second. */
  take(): Watched | null {
    if (this.#seconds < 1) return null
    const parts = [...this.#fresh].sort((a, b) => a - b)
    const watched = { first: this.#first, watchedSeconds: Math.round(this.#seconds * 10) / 10, parts }
    for (const part of parts) this.#told.add(part)
    this.#fresh.clear()
    this.#seconds = 0
    this.#first = false
    return watched
  }

  #partAt(seconds: number) {
    return Math.max(
      0,
      Math.min(PART_COUNT - 1, Math.floor((seconds / Math.max(this.durationSeconds, 0.1)) * PART_COUNT))
    )
  }
}
