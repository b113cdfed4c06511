/**
 * npm passes no SIGTERM on to what it runs, and nobody passes SIGKILL on: a process that outlives the one that
 * started it would go on holding the port and the database. So each watches its parent and stops with it.
 * May also be preloaded: `node --import scripts/lib/stop_with_parent.mjs#watch …`.
 */
import { readFileSync } from 'node:fs'

const POLL_MS = 500
const GRACE_MS = 25_000

export function stopWithParent() {
  const parent = process.ppid
  const beyondShell = shellsParent(parent)
  const timer = setInterval(() => {
    if (process.ppid === parent && (!beyondShell || shellsParent(parent) === beyondShell)) return
    clearInterval(timer)
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  }, POLL_MS)
  timer.unref()
}

/** npm runs scripts by `sh -c`; where that shell stays in between, the parent that matters is the shell's. */
function shellsParent(pid) {
  try {
    const [, name, ppid] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return process.env.npm_lifecycle_event && /^(sh|dash|bash)$/.test(name) ? Number(ppid) : undefined
  } catch {
    return undefined // no /proc on this system
  }
}

if (import.meta.url.endsWith('#watch')) stopWithParent()
