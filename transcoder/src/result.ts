import type { Decision } from './decisions.js'

export interface TranscodedFile {
  /** Relative to the tree's root, such as `v720/seg-00001.m4s`. */
  name: string
  /** Where it lies in the scratch folder until the caller empties that. */
  path: string
  contentType: string
  kind: 'init' | 'segment' | 'playlist' | 'poster' | 'storyboard' | 'download'
  sizeBytes: number
  /** Of init, segment and media playlist. */
  rendition?: string
  /** Of a segment, from 1. */
  sequence?: number
  /** Of a segment, exact. */
  durationSeconds?: number
  /** Of an init segment, RFC 6381. */
  codecs?: string
}

export interface TranscodedRendition {
  name: string
  kind: 'video' | 'audio'
  width?: number
  height?: number
  frameRate?: number
  channels?: number
  /** Of sound: what a player's menu shows. */
  label?: string
  language?: string | null
  codecs: string
  /** Measured: the peak and the average of this rendition alone. */
  bandwidthBps: number
  averageBandwidthBps: number
}

export interface TranscodeResult {
  /** Of the picture as made, which is what could be decoded of the source. */
  durationSeconds: number
  width: number
  height: number
  orientation: 'landscape' | 'portrait' | 'square'
  hasAudio: boolean
  renditions: TranscodedRendition[]
  posterName: string
  playlistName: string
  /** What was chosen and why. */
  decisions: Decision[]
}
