import type ReviewRecord from './review_record.js'

interface Actor {
  id: string
  fullName: string
}

/** A line of the record as it is read; its actor must have been loaded. */
export const recordView = (record: ReviewRecord) => ({
  id: record.id,
  action: record.action,
  fromStatus: record.fromStatus,
  toStatus: record.toStatus,
  reason: record.reason,
  detail: record.detail ?? null,
  atSeconds: record.atSeconds,
  actor: (record.actor ? { id: record.actor.id, fullName: record.actor.fullName } : null) as Actor | null,
  at: record.at.toISO()!,
})

export type RecordLine = ReturnType<typeof recordView>
