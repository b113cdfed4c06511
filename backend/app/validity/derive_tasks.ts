import type { LegalDay } from '#app/core/legal_day'
import { banners } from '#app/laws/banners'
import { statusOn, type DatedLaw, type LawRelation } from '#app/laws/validity'
import type { Provision } from '#app/laws/provision'
import type { TagRole } from '#app/tags/tag'
import { causeOf, causeOfBanner, type Cause } from './cause.js'
import { dueOn } from './due_on.js'

/** A tie of a video that viewers see, or may soon see. */
export interface TaggedPlace extends Provision {
  id: string
  videoId: string
  role: TagRole
  /** The last legal day on which an editor had looked at it. */
  confirmedOn: LegalDay
}

/** What somebody has to decide: for one video, or (null) for the document, whose tags are all listed. */
export interface DerivedTask {
  videoId: string | null
  cause: Cause
  tagIds: string[]
}

/**
 * Everything that a law asks of editors on a day. A change that does not touch a tag asks nothing; one of unknown scope
 * asks once for the document. Of a law that is wholly out of force nothing smaller is asked.
 */
export function deriveTasks(
  law: DatedLaw,
  relations: LawRelation[],
  tags: TaggedPlace[],
  day: LegalDay
): DerivedTask[] {
  if (!tags.length) return []
  const tasks = new Map<string, DerivedTask>()
  const add = (videoId: string | null, cause: Cause, tagId: string) => {
    const key = `${videoId ?? ''}|${cause.key}`
    const known = tasks.get(key)
    if (known) known.tagIds.push(tagId)
    else tasks.set(key, { videoId, cause, tagIds: [tagId] })
  }
  const about = statusOn(law, relations, day)
  const isOut = wholeLaw.includes(about.status)
  const documentCauses = isOut ? [] : causesOfDocument(law, relations, day)
  for (const tag of tags) {
    const place = tag.article || tag.clause || tag.point ? tag : null
    const causes = banners(place, law, relations, day).banners.map(causeOfBanner)
    for (const cause of causes) if (cause) add(tag.videoId, cause, tag.id)
    for (const cause of documentCauses) add(null, cause, tag.id)
  }
  if (!isOut) for (const tag of dueFirst(tags, day)) add(tag.videoId, dueCause(tag), tag.id)
  return [...tasks.values()]
}

const wholeLaw: string[] = ['het_hieu_luc_toan_bo', 'ngung_hieu_luc', 'khong_con_phu_hop', 'chua_co_hieu_luc']

function causesOfDocument(law: DatedLaw, relations: LawRelation[], day: LegalDay): Cause[] {
  const { unknownScope } = banners(null, law, relations, day)
  const { disagrees, undated, status } = statusOn(law, relations, day)
  // Where the label is the graver of the two, something is missing in the record; where it is only stale, nobody is misled
  const isUnexplained = disagrees && status === law.statedStatus
  const own = relations.filter(({ targetId }) => targetId === law.id)
  const successorsOf = ({ relation, lawId }: { relation: string; lawId: string }) =>
    relation === 'bai_bo' ? [] : [lawId]
  const startOf = ({ relation, lawId }: { relation: string; lawId: string }) => {
    const found = own.find(({ kind, sourceId }) => kind === relation && sourceId === lawId)
    return found ? (found.fromOn ?? found.sourceEffectiveOn) : null
  }
  return [
    ...unknownScope.map((one) =>
      causeOf('scope_unknown', { since: startOf(one), because: [one], successorIds: successorsOf(one) })
    ),
    ...undated.map((one) =>
      causeOf('undated', { since: null, because: [one], successorIds: successorsOf(one) })
    ),
    ...(isUnexplained
      ? [causeOf('label_disagrees', { since: law.checkedOn, because: [], successorIds: [] })]
      : []),
  ]
}

/** The longest overdue first, so that a task is as old as its oldest tag. */
const dueFirst = (tags: TaggedPlace[], day: LegalDay) =>
  tags.filter((tag) => dueOn(tag) <= day).sort((a, b) => dueOn(a).localeCompare(dueOn(b)))

const dueCause = (tag: TaggedPlace) => causeOf('due', { since: dueOn(tag), because: [], successorIds: [] })
