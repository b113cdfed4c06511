import { mkdirSync, watch, writeFileSync, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../queue.js'

type Topic = 'pushed' | 'cancelled'

/**
 * Tells the other processes of this machine that there is something to look up: a file is written to, and they watch
 * its folder. It carries no news itself, and may be missed: the workers look now and then anyway.
 */
export class Announcements {
  readonly #folder: string
  readonly #report: Report
  readonly #heard = new Map<Topic, Set<() => void>>()
  #watcher?: FSWatcher

  constructor(folder: string, report: Report) {
    this.#folder = folder
    this.#report = report
  }

  announce(topic: Topic) {
    try {
      mkdirSync(this.#folder, { recursive: true })
      writeFileSync(this.#file(topic), String(Date.now()))
    } catch (error) {
      this.#report(error, 'announcing a job')
    }
    // The workers of this process need no file, should the folder not be watchable
    this.#call(topic)
  }

  /** @returns what ends the listening */
  listen(topic: Topic, callback: () => void): () => void {
    this.#watch()
    const callbacks = this.#heard.get(topic) ?? new Set()
    this.#heard.set(topic, callbacks.add(callback))
    return () => callbacks.delete(callback)
  }

  close() {
    this.#watcher?.close()
    this.#watcher = undefined
    this.#heard.clear()
  }

  #watch() {
    if (this.#watcher) return
    try {
      mkdirSync(this.#folder, { recursive: true })
      this.#watcher = watch(this.#folder, { persistent: false }, (_, name) => {
        for (const topic of this.#heard.keys())
          if (name === null || name === fileName(topic)) this.#call(topic)
      })
      this.#watcher.on('error', (error) => this.#report(error, 'watching for announced jobs'))
    } catch (error) {
      this.#report(error, 'watching for announced jobs')
    }
  }

  #call(topic: Topic) {
    for (const callback of this.#heard.get(topic) ?? []) callback()
  }

  #file(topic: Topic) {
    return join(this.#folder, fileName(topic))
  }
}

function fileName(topic: Topic) {
  return `jobs-${topic}`
}
