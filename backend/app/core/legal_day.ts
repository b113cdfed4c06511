import { hubNow } from './clock.js'

/** A legal day: `YYYY-MM-DD` in Asia/Ho_Chi_Minh. Such strings compare in the order of time. */
export type LegalDay = string

const vietnam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day it is in Vietnam at that moment; now, by the hub's clock, unless told otherwise. */
export function todayInVietnam(now: Date = hubNow()): LegalDay {
  return vietnam.format(now)
}

/** Whether this is a day that exists (2025-02-30 does not). */
export function isLegalDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** The day so many days later (earlier when negative). */
export function addDays(day: LegalDay, days: number): LegalDay {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
