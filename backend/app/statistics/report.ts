import type User from '#app/accounts/user'
import { groupings, type Grouping } from './count_rows.js'
import type { Period } from './period.js'
import { scopeOf } from './scope.js'
import { statisticsRows, type StatisticsRow } from './statistics_rows.js'
import { hostsIn, totalsOf, unfoundSearches, viewsByDay } from './statistics_totals.js'

/** Everything about a period that the caller may read, in a number of queries that does not grow with it. */
export async function report(period: Period, actor: User, language: string) {
  const scope = scopeOf(actor)
  const tables = {} as Record<Grouping, StatisticsRow[]>
  for (const by of groupings) tables[by] = await statisticsRows(by, period, scope, language)
  return {
    ...period,
    totals: await totalsOf(period, scope),
    days: await viewsByDay(period, scope),
    months: tables.month,
    topics: tables.topic,
    laws: tables.law,
    agencies: tables.agency,
    videos: tables.video,
    hosts: await hostsIn(period, scope),
    // Nobody's video was found: they are the editors' to read
    searches: actor.isEditor ? await unfoundSearches(period) : null,
  }
}
