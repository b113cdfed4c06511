import { HubError, invalid } from '#app/core/hub_error'
import { decodeCaptions, type Encoding } from './decode_captions.js'
import { type Cue, readCuesAsTheyStand } from './read_captions.js'
import { type Repairs, tidyCues } from './tidy_cues.js'

/** A film of four hours in which somebody talks without a pause has some 6,000. */
export const cueLimit = 10_000
export const cueLengthLimit = 1_000
const daySeconds = 86_400

export interface ImportedCaptions {
  cues: Cue[]
  meta: { encoding: Encoding; cueCount: number; repairs: Repairs }
}

/**
 * Reads a WebVTT or SRT file as it was sent, and puts right what can be.
 * @throws E_CAPTIONS_UNREADABLE, E_CAPTIONS_TOO_MANY, E_CAPTION_TOO_LONG; E_BAD_REQUEST where it is no text at all
 */
export async function importCaptions(bytes: Uint8Array, lang: string): Promise<ImportedCaptions> {
  const { text, encoding } = decodeCaptions(bytes, lang)
  if (text.includes('\0')) throw new HubError('E_BAD_REQUEST', 400)
  const timings = text.split('-->').length - 1
  if (timings > cueLimit) throw invalid('E_CAPTIONS_TOO_MANY', 'body', { limit: cueLimit })
  const read = (await readCuesAsTheyStand(text)).filter(({ endSeconds }) => endSeconds <= daySeconds)
  if (read.length === 0) throw invalid('E_CAPTIONS_UNREADABLE', 'body')
  const { cues, repairs } = tidyCues(read)
  const long = cues.find((cue) => cue.text.length > cueLengthLimit)
  if (long)
    throw invalid('E_CAPTION_TOO_LONG', 'body', {
      limit: cueLengthLimit,
      second: Math.floor(long.startSeconds),
    })
  const dropped = Math.max(0, timings - read.length)
  return { cues, meta: { encoding, cueCount: cues.length, repairs: { ...repairs, dropped } } }
}
