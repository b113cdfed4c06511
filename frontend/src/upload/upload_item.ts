import type { Audience } from '../api/types.js'
import type { Refusal } from './check_file.js'

/**
 * checking → refused, or waiting → sending ⇄ reconnecting → received; paused and stopped lead back to waiting.
 * `stopped` has a sentence in `problem` and goes on when somebody asks for it.
 */
export type UploadStage =
  'checking' | 'refused' | 'waiting' | 'sending' | 'reconnecting' | 'paused' | 'stopped' | 'received'

export interface UploadItem {
  key: number
  file: File
  title: string
  stage: UploadStage
  refusal: Refusal | null
  problem: string | null
  /** Null until the draft exists. */
  videoId: string | null
  /** What a draft that is made for it begins with. */
  preset: { topic?: string; audience?: Audience }
  /** Nothing but this upload has made the draft, so giving up removes it too. */
  madeDraft: boolean
  /** An earlier, unfinished sending of the same file is being continued. */
  resumed: boolean
  sentBytes: number
  bytesPerSecond: number | null
  secondsLeft: number | null
}

const UNDER_WAY: UploadStage[] = ['checking', 'waiting', 'sending', 'reconnecting']

/** Closing the tab would interrupt it. */
export const isUnderWay = ({ stage }: UploadItem) => UNDER_WAY.includes(stage)

/** It holds the line: of several files one is sent at a time, so that the first is there soonest. */
export const isOnTheLine = ({ stage }: UploadItem) => stage === 'sending' || stage === 'reconnecting'
