import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import env from '#start/env'
import { hubNow, setClock } from './clock.js'
import { HubError } from './hub_error.js'
import { addDays, isLegalDay } from './legal_day.js'

/**
 * For trials: the whole hub's clock, moved. A note in DATA_DIR says by how much, and server, worker and commands follow
 * it within a moment. Only a demo, or a hub that is not in production, may be moved; elsewhere the note is not read.
 */
const file = () => join(env.get('DATA_DIR'), 'clock.json')
const rereadMs = 500

export function clockMayMove(): boolean {
  return env.get('NODE_ENV') !== 'production' || isDemo()
}

function isDemo(): boolean {
  if (['1', 'accounts'].includes(env.get('DEMO', ''))) return true
  const note = readJson<{ mode?: string }>(join(env.get('DATA_DIR'), 'demo.json'))
  return note?.mode === '1' || note?.mode === 'accounts'
}

function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

let offsetMs = 0
let readAtMs = -Infinity

function movedByMs(): number {
  if (Math.abs(Date.now() - readAtMs) > rereadMs) {
    offsetMs = readJson<{ offsetMs: number }>(file())?.offsetMs ?? 0
    readAtMs = Date.now()
  }
  return offsetMs
}

/** Called once at the start of each process. */
export function followMovedClock(): void {
  if (clockMayMove()) setClock(() => Date.now() + movedByMs())
}

/** Where the clock stands, if it has been moved. */
export const movedNow = (): Date | null => (clockMayMove() && movedByMs() !== 0 ? hubNow() : null)

/**
 * From now on it is this moment, and time goes on from there; null brings the real time back.
 * @throws E_CLOCK_FIXED in production
 */
export function moveClock(to: Date | null): void {
  if (!clockMayMove()) throw new HubError('E_CLOCK_FIXED', 409)
  if (to) writeFileSync(file(), `${JSON.stringify({ offsetMs: to.getTime() - Date.now() })}\n`)
  else rmSync(file(), { force: true })
  readAtMs = -Infinity
}

/** A moment (ISO 8601), or the first of a legal day (`2027-03-01`); null where it is neither, or beyond what is sane. */
export function readMoment(text: string): Date | null {
  const moment = new Date(isLegalDay(text) ? `${text}T00:00:00+07:00` : text)
  const isZoned = isLegalDay(text) || /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
  if (!isZoned || Number.isNaN(moment.getTime())) return null
  const day = moment.toISOString().slice(0, 10)
  const today = new Date().toISOString().slice(0, 10)
  return day > addDays(today, -36_500) && day < addDays(today, 36_500) ? moment : null
}
