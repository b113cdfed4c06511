/** Why a picture is encoded although it might have been copied. The list is closed: sentences hang on it. */
export const reasonsNotToCopy = [
  'codec',
  'profile',
  'level',
  'pixels',
  'interlaced',
  'turned',
  'pixel_shape',
  'colours',
  'size',
  'frame_rate',
  'container',
  'fragmented',
  'index_damaged',
  'cut_short',
  'parameters_change',
  'edited',
  'starts_late',
  'ends_early',
  'uneven_times',
  'reordering',
  'open_groups',
  'long_groups',
  'bitrate',
  'damaged',
] as const

export type ReasonNotToCopy = (typeof reasonsNotToCopy)[number]

/** Thrown while a source is looked at; not a failure, it is encoded then. */
export class NotCopiable extends Error {
  readonly reason: ReasonNotToCopy
  /** Figures or names, such as `8.3 s`; empty where the reason says all. */
  readonly detail: string

  constructor(reason: ReasonNotToCopy, detail: string | number = '', options: { cause?: unknown } = {}) {
    super(`${reason} ${detail}`.trim(), options)
    this.name = 'NotCopiable'
    this.reason = reason
    this.detail = String(detail)
  }
}
