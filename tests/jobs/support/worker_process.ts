import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Orders, Said } from './orders.js'

const fixture = resolve(import.meta.dirname, '../fixtures/worker.ts')

/** A started worker. What it says goes to `heard`, in the order in which it arrives. */
export class WorkerProcess {
  readonly #child: ChildProcess

  constructor(orders: Orders, heard: (said: Said) => void) {
    const args = ['--import', '@poppinss/ts-exec', fixture, JSON.stringify(orders)]
    this.#child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    createInterface({ input: this.#child.stdout! }).on('line', (line) => heard(JSON.parse(line) as Said))
  }

  get pid() {
    return this.#child.pid!
  }

  get hasEnded() {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  send(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM') {
    this.#child.kill(signal)
  }

  /** Sends the signal and waits for the process's end. */
  async end(signal: 'SIGKILL' | 'SIGTERM') {
    if (this.hasEnded) return
    const ended = once(this.#child, 'exit')
    this.send(signal)
    await ended
  }
}
