import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../lib/paths.mjs'
import { watched } from '../lib/run.mjs'
import { SETTINGS } from './plan.mjs'

/** Far beyond what any suite takes; a suite that hangs must not hang the whole run. */
const LIMIT_MS = 9 * 60_000
const DRAIN_MS = 2000

/**
 * Runs one check or suite in a process (and process group) of its own.
 * @returns {Promise<{passed: number, failed: number, seconds: number, output: string}>}
 */
export async function runTask(task, { scratch, environment, extraArgs, signal }) {
  const startedAt = performance.now()
  const { code, output, isLate } = await collect([...task.args, ...(task.isSuite ? extraArgs : [])], {
    env: taskEnvironment(task, scratch, environment),
    signal,
  })
  const seconds = (performance.now() - startedAt) / 1000
  const counts = task.isSuite
    ? countTests(output, code)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  const late = isLate ? `\n${task.title} was ended after ${LIMIT_MS / 60_000} minutes.` : ''
  return { ...counts, seconds, output: output + late }
}

/** What japa's summary says. A suite that crashed before it, or that ran nothing, has failed once. */
export function countTests(output, code) {
  const summaries = stripVTControlCharacters(output).matchAll(/^Tests\s+(.+) \(\d+\)\s*$/gm)
  const summary = [...summaries].at(-1)?.[1] ?? ''
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(summary)?.[1] ?? 0)
  const passed = count('passed')
  const failed = count('failed')
  const isWhole = code === 0 ? passed > 0 : failed > 0
  return { passed, failed: isWhole ? failed : failed + 1 }
}

function taskEnvironment(task, scratch, environment) {
  const env = { ...process.env }
  for (const name of SETTINGS) delete env[name]
  // Checks only look; a browser wants a home to write in
  if (!task.isSuite) return { ...env, CI: 'true' }
  const dataDir = join(scratch, task.title.replaceAll(/\W+/g, '-'))
  const home = process.env.HOME || join(scratch, 'home')
  for (const folder of [dataDir, home]) mkdirSync(folder, { recursive: true })
  return { ...env, HOME: home, DATA_DIR: dataDir, ...environment }
}

function collect(args, { env, signal }) {
  const options = { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true }
  const child = spawn(process.execPath, watched(args), options)
  let output = ''
  let isLate = false
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  const killGroup = () => {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch (error) {
      if (error.code !== 'ESRCH') throw error // it has just ended
    }
  }
  const limit = setTimeout(() => {
    isLate = true
    killGroup()
  }, LIMIT_MS)
  signal.addEventListener('abort', killGroup)
  return new Promise((done, failed) => {
    const finish = (code) => {
      clearTimeout(limit)
      signal.removeEventListener('abort', killGroup)
      done({ code, output, isLate })
    }
    child.on('error', failed)
    child.on('close', finish)
    child.on('exit', (code) => {
      killGroup() // whatever the suite has left behind
      setTimeout(() => finish(code), DRAIN_MS).unref() // somebody further away may still hold the pipes
    })
  })
}
