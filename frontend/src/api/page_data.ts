import type { Failure } from './api_error.js'

export type Fetched = { data: unknown } | { status: number; failures: Failure[] }

/**
 * What the server fetched for a page, carried to the browser as JSON so that nothing is fetched twice. It also
 * counts what is under way, so that a scroll position is restored only once the page has its height.
 */
export class PageData {
  #entries: Map<string, Fetched>
  #underWay = new Set<Promise<unknown>>()

  constructor(entries: Record<string, Fetched> = {}) {
    this.#entries = new Map(Object.entries(entries))
  }

  put(key: string, entry: Fetched) {
    this.#entries.set(key, entry)
  }

  /** Hands an entry out once: a later visit to the same page asks the server again. */
  take(key: string): Fetched | undefined {
    const entry = this.#entries.get(key)
    this.#entries.delete(key)
    return entry
  }

  track(promise: Promise<unknown>) {
    this.#underWay.add(promise)
    void promise.finally(() => this.#underWay.delete(promise))
  }

  async settled() {
    await Promise.allSettled(this.#underWay)
  }

  toJSON(): Record<string, Fetched> {
    return Object.fromEntries(this.#entries)
  }
}
