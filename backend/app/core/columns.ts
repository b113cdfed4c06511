import { column } from '@adonisjs/lucid/orm'
import { DateTime } from 'luxon'

/** An instant, kept to the millisecond in UTC: ISO text in SQLite (which sorts by time), timestamptz in PostgreSQL. */
export const instant = (options: { autoCreate?: boolean; autoUpdate?: boolean } = {}) =>
  column.dateTime({
    ...options,
    prepare: (value: DateTime | null) => value?.toUTC().toISO() ?? null,
    consume: (value: string | Date | null) => (value === null ? null : readInstant(value)),
    serialize: (value: DateTime | null) => value?.toISO() ?? null,
  })

/** JSON, which PostgreSQL's client gives back parsed and SQLite's as text. */
export const json = () =>
  column({
    prepare: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
    consume: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value),
  })

/** A boolean, which SQLite gives back as 0 or 1. */
export const flag = () => column({ consume: (value: unknown) => Boolean(value) })

/** A whole number beyond 32 bits, which PostgreSQL's client gives back as text. */
export const bigNumber = () =>
  column({ consume: (value: unknown) => (value === null ? null : Number(value)) })

export function readInstant(value: string | Date): DateTime {
  return value instanceof Date ? DateTime.fromJSDate(value).toUTC() : DateTime.fromISO(value, { zone: 'utc' })
}
