import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface Cost {
  /** User and system time of everything the script started, however short it lived. */
  cpuSeconds: number
  wallSeconds: number
}

/**
 * Runs a script in a shell of its own and asks that for the processor time of its children (POSIX `times`), which
 * misses none that has ended.
 */
export async function measured(script: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Cost> {
  const times = join(cwd, 'times.txt')
  const startedAt = performance.now()
  const child = spawn('/bin/sh', ['-c', `set -e\n${script}\ntimes > ${quoted(times)}`], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-4000)))
  const [code] = (await once(child, 'close')) as [number | null]
  const wallSeconds = (performance.now() - startedAt) / 1000
  if (code !== 0) throw new Error(`a measured script ended with ${code}:\n${script}\n${errors}`)
  const cpuSeconds = readTimes(await readFile(times, 'utf8'))
  await rm(times)
  return { cpuSeconds, wallSeconds }
}

/** Pure: the sum of the second line of `times`, which is that of the children: `0m1.234s 0m0.56s`. */
export function readTimes(text: string): number {
  const [, children = ''] = text.trim().split('\n')
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0
  )
}

/** One command for the shell, whatever its arguments hold. */
export function shellCommand(...argv: (string | number)[]): string {
  return argv.map((part) => quoted(String(part))).join(' ')
}

function quoted(part: string): string {
  return `'${part.replaceAll("'", `'\\''`)}'`
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
