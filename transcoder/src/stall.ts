import { readFileSync } from 'node:fs'
import type { ProgressReport } from './progress.js'

/**
 * Calls `onStall` once nothing has moved for `seconds`: neither ffmpeg's own progress nor the bytes
 * it reads and writes (a damaged stretch of a source is read for a while without giving a picture).
 */
export function watchForStall(seconds: number, onStall: () => void) {
  let lastMove = Date.now()
  let seen = ''
  let pid: number | undefined
  const note = (state: string) => {
    if (state === seen) return
    seen = state
    lastMove = Date.now()
  }
  const timer = setInterval(
    () => {
      const bytes = bytesMoved(pid)
      if (bytes !== null) note(`${seen.split('|')[0]}|${bytes}`)
      if (Date.now() - lastMove > seconds * 1000) onStall()
    },
    Math.min(1000, (seconds * 1000) / 4)
  )
  return {
    watch(childPid: number | undefined) {
      pid = childPid
      lastMove = Date.now()
    },
    moved(report: ProgressReport) {
      note(`${report.frames}/${report.outputSeconds}|${seen.split('|')[1] ?? ''}`)
    },
    stop() {
      clearInterval(timer)
    },
  }
}

/** Bytes read and written so far, where the system tells (Linux); progress reports alone do elsewhere. */
function bytesMoved(pid: number | undefined): string | null {
  if (!pid) return null
  try {
    return readFileSync(`/proc/${pid}/io`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('rchar') || line.startsWith('wchar'))
      .join()
  } catch {
    // Not Linux, or the process has just ended.
    return null
  }
}
