import type User from '#app/accounts/user'
import { invalid } from '#app/core/hub_error'
import type { LegalDay } from '#app/core/legal_day'
import { lawRecord } from '#app/laws/law_record'
import type Video from '#app/videos/video'
import { checkedSeconds } from './checked_seconds.js'
import { confirmation, shownSeconds, type TagFields } from './create_tags.js'
import { chosenTarget, citedTargets, type Target } from './read_target.js'
import type Tag from './tag.js'

/** Corrects a tag, or with no field at all confirms it. What is not mentioned stays. True where it is tied to something else now. */
export async function changeTag(
  tag: Tag,
  video: Video,
  editor: User,
  change: TagFields,
  day: LegalDay
): Promise<boolean> {
  const { startSeconds = tag.startSeconds, endSeconds = tag.endSeconds } = change
  const span = checkedSeconds({ startSeconds, endSeconds }, await shownSeconds(video))
  const target = await newTarget(tag, change, day)
  if (target) tag.merge({ ...target, asOf: day, typedText: change.citation ?? null })
  await tag.merge({ ...span, ...confirmation(editor, change), role: change.role ?? tag.role }).save()
  return target !== null
}

async function newTarget(tag: Tag, change: TagFields, day: LegalDay): Promise<Target | null> {
  const record = await lawRecord()
  if (change.citation) {
    const [target, ...others] = citedTargets(change.citation, record, day)
    if (others.length) throw invalid('E_CITATION_SEVERAL', 'citation')
    return target!
  }
  const { lawId = tag.lawId, article = tag.article, clause = tag.clause, point = tag.point } = change
  const target = chosenTarget(lawId, { article, clause, point }, record)
  const names = ['lawId', 'article', 'clause', 'point'] as const
  return names.some((name) => target[name] !== tag[name]) ? target : null
}
