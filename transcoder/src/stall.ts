import { readFileSync } from 'node:fs'
import type { ProgressReport } from './progress.js'

/** On a busy machine a polite process may wait this much longer than it works. */
const patience = 4
/** proc(5): processor time is counted in hundredths of a second on every Linux in use. */
const ticksPerSecond = 100

/**
 * Calls `onStall` once ffmpeg has worked for `seconds` of processor time, or been there for four times
 * as long, and nothing has moved: neither its own progress nor the bytes it reads and writes (a damaged
 * stretch of a source is read for a while without giving a picture).
 */
export function watchForStall(seconds: number, onStall: () => void) {
  let pid: number | undefined
  let progress = ''
  let seen = ''
  let movedAt = { clock: Date.now(), processor: 0 }
  const timer = setInterval(
    () => {
      const { bytes, processor } = activityOf(pid)
      const state = `${progress} ${bytes}`
      if (state !== seen) {
        seen = state
        movedAt = { clock: Date.now(), processor }
      }
      const idle = (Date.now() - movedAt.clock) / 1000
      if (processor - movedAt.processor > seconds || idle > seconds * patience) onStall()
    },
    Math.min(1000, (seconds * 1000) / 4)
  )
  return {
    watch(childPid: number | undefined) {
      pid = childPid
      movedAt = { clock: Date.now(), processor: 0 }
    },
    moved(report: ProgressReport) {
      progress = `${report.frames}/${report.outputSeconds}`
    },
    stop() {
      clearInterval(timer)
    },
  }
}

/** Bytes moved and processor seconds used so far, where the system tells (Linux); elsewhere the clock decides. */
function activityOf(pid: number | undefined): { bytes: string; processor: number } {
  if (!pid) return { bytes: '', processor: 0 }
  try {
    const bytes = readFileSync(`/proc/${pid}/io`, 'utf8')
      .match(/^[rw]char: \d+/gm)!
      .join()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return { bytes, processor: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond }
  } catch {
    // Not Linux, or the process has just ended.
    return { bytes: '', processor: 0 }
  }
}
