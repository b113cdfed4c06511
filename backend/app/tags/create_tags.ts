import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { invalid } from '#app/core/hub_error'
import type { LegalDay } from '#app/core/legal_day'
import { lawRecord } from '#app/laws/law_record'
import Revision from '#app/videos/revision'
import type Video from '#app/videos/video'
import { checkedSeconds } from './checked_seconds.js'
import { chosenTarget, citedTargets, type Target } from './read_target.js'
import Tag, { type TagRole } from './tag.js'

export interface TagFields {
  citation?: string
  lawId?: string
  article?: string | null
  clause?: string | null
  point?: string | null
  startSeconds?: number | null
  endSeconds?: number | null
  role?: TagRole
  /** True where nobody has confirmed it: an undone removal brings a tag back as it was. */
  needsCheck?: boolean
}

/** Whoever ties or corrects has checked it, unless they say otherwise. */
export const confirmation = (editor: User, { needsCheck = false }: TagFields) => ({
  needsCheck,
  confirmedBy: needsCheck ? null : editor.id,
  confirmedAt: needsCheck ? null : DateTime.utc(),
})

/** Ties the video to what the editor chose or typed: one tag for each provision, all or none. */
export async function createTags(
  video: Video,
  editor: User,
  fields: TagFields,
  day: LegalDay
): Promise<Tag[]> {
  const span = checkedSeconds(
    { startSeconds: fields.startSeconds ?? null, endSeconds: fields.endSeconds ?? null },
    await shownSeconds(video)
  )
  const targets = await readTargets(fields, day)
  const common = {
    ...span,
    videoId: video.id,
    role: fields.role ?? ('teaches' as const),
    typedText: fields.citation ?? null,
    asOf: day,
    ...confirmation(editor, fields),
  }
  return Tag.createMany(targets.map((target) => ({ ...common, ...target })))
}

/** The citation where there is one; else the document and the parts. */
async function readTargets(fields: TagFields, day: LegalDay): Promise<Target[]> {
  const record = await lawRecord()
  if (fields.citation) return citedTargets(fields.citation, record, day)
  if (fields.lawId) return [chosenTarget(fields.lawId, fields, record)]
  throw invalid('E_LAW_REQUIRED', 'citation')
}

/** The length of what viewers see, in seconds. */
export async function shownSeconds(video: Video): Promise<number | null> {
  if (!video.currentRevisionId) return null
  return (await Revision.find(video.currentRevisionId))?.durationSeconds ?? null
}
