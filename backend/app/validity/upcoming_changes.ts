import db from '@adonisjs/lucid/services/db'
import { addDays, todayInVietnam, type LegalDay } from '#app/core/legal_day'
import type Law from '#app/laws/law'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import { turningDays } from '#app/laws/validity'
import Tag from '#app/tags/tag'
import type { Cause } from './cause.js'
import { deriveTasks, type TaggedPlace } from './derive_tasks.js'
import { placeOf, watchedStatuses } from './tagged_places.js'

/** Causes that begin to act after today and up to the day, in order, each with the number of videos that it touches. */
export async function upcomingChanges(until: LegalDay) {
  const record = await lawRecord()
  const today = todayInVietnam()
  const changes = []
  for (const [lawId, places] of await placesByLaw()) {
    const law = record.byId.get(lawId)
    if (law) changes.push(...changesOf(law, places, { record, today, until }))
  }
  return changes.sort((a, b) => a.day.localeCompare(b.day) || b.videoCount - a.videoCount)
}

async function placesByLaw(): Promise<Map<string, TaggedPlace[]>> {
  const watched = db
    .from('videos')
    .select('id')
    .whereIn('status', watchedStatuses)
    .whereNull('historical_since')
  const tags = await Tag.query().whereIn('videoId', watched)
  const byLaw = new Map<string, TaggedPlace[]>()
  for (const tag of tags) byLaw.set(tag.lawId, [...(byLaw.get(tag.lawId) ?? []), placeOf(tag)])
  return byLaw
}

interface Horizon {
  record: LawRecord
  today: LegalDay
  until: LegalDay
}

function changesOf(law: Law, places: TaggedPlace[], { record, today, until }: Horizon) {
  const relations = record.actingOn(law)
  const days = turningDays(law, relations).filter((day) => day > today && day <= until)
  const causesOn = (day: LegalDay) =>
    deriveTasks(law, relations, places, day).filter(({ cause }) => cause.kind !== 'due')
  return days.flatMap((day) => {
    const before = new Set(causesOn(addDays(day, -1)).map(({ cause }) => cause.key))
    const begun = Map.groupBy(
      causesOn(day).filter(({ cause }) => !before.has(cause.key)),
      ({ cause }) => cause.key
    )
    return [...begun.values()].map((tasks) => {
      const { cause } = tasks[0]!
      const tagIds = new Set(tasks.flatMap((task) => task.tagIds))
      const videoIds = new Set(places.filter(({ id }) => tagIds.has(id)).map(({ videoId }) => videoId))
      return {
        day,
        kind: cause.kind,
        law: lawMention(law, record, today),
        by: causedBy(cause).flatMap((id) => {
          const found = record.byId.get(id)
          return found ? [lawMention(found, record, today)] : []
        }),
        videoCount: videoIds.size,
      }
    })
  })
}

const causedBy = ({ because, successorIds }: Cause) => [
  ...new Set([...because.map(({ lawId }) => lawId), ...successorIds]),
]
