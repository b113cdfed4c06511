import type { Place } from './open_queue.js'

export interface Orders {
  place: Place
  name: string
  concurrency: number
  /** Its first exhausted() throws */
  dropsFirstEnd?: boolean
}

export type Deed =
  'finish' | 'return' | 'fail' | 'die' | 'hold-on' | 'hold-on-once' | 'trip-once' | 'report-progress'

export interface Task {
  deed: Deed
  label?: string
  lastsMs?: number
  /** How long the transaction of its end stays open after it has written its row */
  changeLastsMs?: number
}

export interface Said {
  what: 'ready' | 'started' | 'ended' | 'threw' | 'aborted' | 'exhausted' | 'report'
  id?: string
  attempt?: number
  detail?: string
  atMs: number
  pid: number
}
