import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const STALE_MS = 20_000
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/**
 * Runs `work` while holding the lock file `path`; waits while another process holds it. The holder touches the file
 * every two seconds, so a lock whose process is dead, or that nobody has touched for 20 s, is taken over.
 */
export async function withLock(path, work, onWait = () => {}) {
  mkdirSync(dirname(path), { recursive: true })
  const own = `${process.pid} ${Date.now()} ${Math.random()}`
  let told = false
  while (!(await take(path, own))) {
    if (!told) onWait()
    told = true
    await pause(300)
  }
  const touching = setInterval(() => utimesSync(path, new Date(), new Date()), 2000)
  try {
    return await work()
  } finally {
    clearInterval(touching)
    rmSync(path, { force: true })
  }
}

async function take(path, own) {
  try {
    writeFileSync(path, own, { flag: 'wx' }) // fails where the file exists
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isStale(path)) return false
  // Several may find it stale at once: each puts its own name there, and the last one has it
  writeFileSync(`${path}.${process.pid}`, own)
  renameSync(`${path}.${process.pid}`, path)
  await pause(500)
  return read(path) === own
}

function isStale(path) {
  const holder = read(path)
  if (holder === undefined) return false
  try {
    process.kill(Number(holder.split(' ')[0]), 0)
    return Date.now() - statSync(path).mtimeMs > STALE_MS
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8') || undefined // empty: its holder is just writing it
  } catch {
    return undefined
  }
}
