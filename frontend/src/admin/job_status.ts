const LOOKS = {
  queued: { tone: 'neutral', shape: 'dotted' },
  running: { tone: 'slate', shape: 'half' },
  done: { tone: 'jade', shape: 'full' },
  failed: { tone: 'vermilion', shape: 'empty' },
  cancelled: { tone: 'neutral', shape: 'empty' },
} as const

/** The states of a piece of work are an open set. */
export function lookOfJob(status: string) {
  return status in LOOKS ? LOOKS[status as keyof typeof LOOKS] : LOOKS.queued
}
