import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('./writer.ts', import.meta.url))

/** Starts writer.ts in a process of its own; its words come line by line. */
export async function startWriter(config: object, task: string, key: string) {
  const args = ['--import', '@poppinss/ts-exec', SCRIPT, JSON.stringify(config), task, key]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)
  const words = lines[Symbol.asyncIterator]()
  return {
    child,
    /** Waits until the writer has said exactly this. */
    async says(expected: string): Promise<void> {
      for (;;) {
        const { value, done } = await words.next()
        if (done) throw new Error(`the writer ended before it said "${expected}"`)
        if (value === expected) return
      }
    },
    async last(): Promise<string> {
      let last = ''
      for (let next = await words.next(); !next.done; next = await words.next()) last = next.value
      await ended(child)
      if (child.exitCode !== 0) throw new Error(`the writer failed with exit code ${child.exitCode}`)
      return last
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await ended(child)
      lines.close()
    },
  }
}

/** Runs a task of writer.ts to its end; answers the memory it says it has used. */
export async function runWriter(config: object, task: string, key: string) {
  const writer = await startWriter(config, task, key)
  return JSON.parse(await writer.last()) as { baseBytes: number; peakBytes: number }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
