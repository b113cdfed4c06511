import db from '@adonisjs/lucid/services/db'

/** Published videos by agency, in one query for all of them. */
export async function publishedCounts(agencyIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .from('videos')
    .where('status', 'published')
    .whereNull('historical_since')
    .whereIn('agency_id', agencyIds)
    .groupBy('agency_id')
    .select('agency_id')
    .count('* as count')
  return new Map(rows.map((row) => [row.agency_id, Number(row.count)]))
}
