import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { HubError } from '#app/core/hub_error'
import CaptionTrack from '#app/videos/caption_track'
import { versionOf } from './caption_view.js'
import { changeCaptions, findTrack } from './change_captions.js'
import { describeTrack } from './language.js'
import type { Cue } from './read_captions.js'
import { writeWebVtt } from './write_captions.js'

export interface CaptionsToSave {
  cues: Cue[]
  actor: User
  /** The version that was worked on; null for "there was none"; undefined for "replace whatever is there". */
  basedOn: string | null | undefined
  /** The actor has read it against the sound. */
  isChecked: boolean
}

/**
 * Sets the track in a language. What a machine made stays machine-made while people correct it, and is a person's once
 * another file takes its place.
 * @throws E_CAPTIONS_CHANGED where somebody else saved meanwhile
 */
export function saveCaptions(videoId: string, lang: string, given: CaptionsToSave): Promise<CaptionTrack> {
  const { cues, actor, basedOn, isChecked } = given
  return changeCaptions(videoId, async (trx) => {
    const old = await findTrack(videoId, lang, trx)
    if (basedOn !== undefined && basedOn !== (old && versionOf(old)))
      throw new HubError('E_CAPTIONS_CHANGED', 409, { meta: { version: old && versionOf(old) } })
    const track = old ?? new CaptionTrack().merge({ videoId, lang })
    return track
      .useTransaction(trx)
      .merge({
        ...describeTrack(lang),
        webVtt: writeWebVtt(cues),
        needsCheck: false,
        isMachineMade: Boolean(old?.isMachineMade && basedOn),
        checkedById: isChecked ? actor.id : null,
        checkedAt: isChecked ? DateTime.utc() : null,
      })
      .save()
  })
}
