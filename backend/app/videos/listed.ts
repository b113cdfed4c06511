interface Narrowed {
  where(column: string, value: string): this
  whereNull(column: string): this
}

/** What lists, searches, feeds and counts may name: published, and not kept as history only. */
export const onlyListed = <Query extends Narrowed>(videos: Query): Query =>
  videos.where('videos.status', 'published').whereNull('videos.historical_since')
