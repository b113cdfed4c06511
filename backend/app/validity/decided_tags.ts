import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { invalid } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { citationText } from '#app/laws/citation_text'
import { lawRecord } from '#app/laws/law_record'
import { chosenTarget, citedTargets, type Target } from '#app/tags/read_target'
import Tag from '#app/tags/tag'
import type { Change, TagState } from './validity_decision.js'
import { hubMoment } from './validity_turn.js'

/** A citation as people write it, or a document with the parts of a provision. */
export interface Move {
  citation?: string
  lawId?: string
  article?: string | null
  clause?: string | null
  point?: string | null
}

interface Moves {
  moves?: (Move & { tagId: string })[]
  move?: Move
}

/** Somebody has looked: the tags are right as they are. */
export async function confirmTags(
  tagIds: string[],
  actor: User,
  trx: TransactionClientContract
): Promise<Change[]> {
  const tags = await Tag.query({ client: trx }).whereIn('id', tagIds)
  const changes: Change[] = []
  for (const tag of tags) changes.push(await change(tag, {}, actor, trx))
  return changes
}

/** The tags point to other provisions from now on; what they pointed to stays in the decision. */
export async function moveTags(
  tagIds: string[],
  moves: Moves,
  actor: User,
  trx: TransactionClientContract
): Promise<Change[]> {
  const tags = await Tag.query({ client: trx }).whereIn('id', tagIds)
  const record = await lawRecord(trx)
  const day = todayInVietnam()
  const changes: Change[] = []
  for (const tag of tags) {
    const move = moves.moves?.find(({ tagId }) => tagId === tag.id) ?? moves.move
    const citation = citationText(record.byId.get(tag.lawId)!, tag, record)
    const target = move && readMove(move)
    if (!target) throw invalid('E_TARGET_REQUIRED', 'moves', { citation })
    if (isSameTarget(tag, target)) throw invalid('E_TARGET_SAME', 'moves', { citation })
    changes.push(await change(tag, { ...target, asOf: day, typedText: move.citation ?? null }, actor, trx))
  }
  return changes

  function readMove({ citation, lawId, ...parts }: Move): Target | null {
    if (citation) {
      const [target, ...others] = citedTargets(citation, record, day)
      if (others.length) throw invalid('E_CITATION_SEVERAL', 'citation')
      return target ?? null
    }
    return lawId ? chosenTarget(lawId, parts, record) : null
  }
}

const isSameTarget = (tag: Tag, target: Target) =>
  (['lawId', 'article', 'clause', 'point'] as const).every((name) => tag[name] === target[name])

async function change(
  tag: Tag,
  fields: Partial<Pick<Tag, 'lawId' | 'article' | 'clause' | 'point' | 'asOf' | 'typedText'>>,
  actor: User,
  trx: TransactionClientContract
): Promise<Change> {
  const before = tagState(tag)
  const confirmed = { needsCheck: false, confirmedBy: actor.id, confirmedAt: hubMoment() }
  await tag
    .useTransaction(trx)
    .merge({ ...fields, ...confirmed })
    .save()
  return { what: 'tag', id: tag.id, before, after: tagState(tag) }
}

export const tagState = (tag: Tag): TagState => ({
  lawId: tag.lawId,
  article: tag.article,
  clause: tag.clause,
  point: tag.point,
  asOf: tag.asOf,
  typedText: tag.typedText,
  needsCheck: tag.needsCheck,
  confirmedBy: tag.confirmedBy,
  confirmedAt: tag.confirmedAt?.toUTC().toISO() ?? null,
})

/** Brings a tag back to what it was; false where it is no longer what the decision made of it. */
export async function restoreTag(
  { id, before, after }: Extract<Change, { what: 'tag' }>,
  trx: TransactionClientContract
): Promise<boolean> {
  const tag = await Tag.query({ client: trx }).where('id', id).first()
  if (!tag || JSON.stringify(tagState(tag)) !== JSON.stringify(after)) return false
  const confirmedAt = before.confirmedAt ? DateTime.fromISO(before.confirmedAt, { zone: 'utc' }) : null
  await tag
    .useTransaction(trx)
    .merge({ ...before, confirmedAt })
    .save()
  return true
}
