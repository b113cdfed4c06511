import { spawn } from 'node:child_process'
import { watched } from './run.mjs'

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000
/** A child that lived this long was well: its next end starts again with the shortest pause. */
const WELL_AFTER_MS = 60_000
const GRACE_MS = 20_000

/**
 * Keeps a child running: one that dies is started again, after a pause that doubles up to half a minute.
 * Each child leads a process group of its own, so that Ctrl-C reaches it through us, once and in order.
 */
export class Supervised {
  #child
  #pauseMs = FIRST_PAUSE_MS
  #restart
  #stopping = false

  /** @param options.onEnd called with a sentence's part at each end that nobody asked for; false keeps it ended */
  constructor(name, args, options) {
    this.name = name
    this.args = args
    this.options = options
  }

  start() {
    const { cwd, env } = this.options
    const startedAt = Date.now()
    this.#child = spawn(process.execPath, watched(this.args), {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    })
    this.#child.on('exit', (code, signal) => this.#ended(code, signal, Date.now() - startedAt))
    this.#child.on('error', (error) =>
      console.error(`The ${this.name} could not be started: ${error.message}`)
    )
    return this
  }

  #ended(code, signal, lifeMs) {
    this.#child = undefined
    if (this.#stopping || this.options.onEnd?.(code, signal) === false) return
    if (lifeMs > WELL_AFTER_MS) this.#pauseMs = FIRST_PAUSE_MS
    const how = signal ? `was ended by ${signal}` : `ended with code ${code}`
    console.error(`The ${this.name} ${how}: starting it again in ${this.#pauseMs / 1000} s.`)
    this.#restart = setTimeout(() => this.start(), this.#pauseMs)
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS)
  }

  /** Asks it to end and waits; after the grace its whole group is killed. */
  async stop() {
    this.#stopping = true
    clearTimeout(this.#restart)
    const child = this.#child
    if (!child) return
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    const impatience = setTimeout(() => this.kill(), GRACE_MS)
    await ended
    clearTimeout(impatience)
  }

  kill() {
    this.#stopping = true
    const pid = this.#child?.pid
    if (!pid) return
    try {
      process.kill(-pid, 'SIGKILL')
    } catch (error) {
      if (error.code !== 'ESRCH') throw error // it has just ended
    }
  }
}
