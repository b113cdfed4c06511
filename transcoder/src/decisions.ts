import type { ReasonNotToCopy } from './not_copiable.js'

/**
 * What can be decided about a source, with the figures it was decided by. Codes, because the people who
 * read them read two languages: the sentences are the application's.
 */
export interface DecisionValues {
  /** Such as `1280x720, 854x480`. */
  rungs: { sizes: string }
  sound_only: object
  deinterlaced: object
  tone_mapped: { transfer: 'hlg' | 'pq' }
  over_black: object
  made_8bit_420: { pixelFormat: string }
  pixel_shape_not_believed: { shape: number }
  pixels_made_square: { shape: number; width: number; height: number }
  /** `orientation` is how the picture lay. */
  turned_upright: { orientation: string }
  last_picture_held: { seconds: number }
  frame_rate_halved: { rate: number }
  frame_rate_halved_below_720: { rate: number }
  frame_rate_divided: { rate: number; divisor: number }
  frame_rate_made_constant: { average: number; rate: number }
  sound_undecodable: object
  no_sound: object
  /** `kept` are stream indexes, such as `1, 3`. */
  sound_tracks_kept: { tracks: number; kept: string }
  mixed_down: { channels: number }
  sound_not_copied: { rendition: string }
  loudness_too_low: { rendition: string }
  loudness_measured: { rendition: string; lufs: number; gainDb: number; targetLufs: number }
  loudness_unknown: { rendition: string }
  made_apart: object
  no_head_start: { failure: string }
  sound_broke_off: { rendition: string; lastWords: string }
  rendition_undecodable: { rendition: string }
  rung_left_out: { rendition: string; above: string }
  copied: { rendition: string; segments: number; kilobitsPerSecond: number }
  not_copied: { rendition: string; reason: ReasonNotToCopy; detail: string }
}

export type DecisionCode = keyof DecisionValues
export type Decision = {
  [Code in DecisionCode]: { code: Code; values: DecisionValues[Code] }
}[DecisionCode]

/** Rounded for reading: figures of a decision are for people. */
export function decided<Code extends DecisionCode>(code: Code, values: DecisionValues[Code]): Decision {
  const rounded = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  ])
  return { code, values: Object.fromEntries(rounded) } as Decision
}
