import type { Audience, CoverageTopic } from '../api/types.js'

export type CoverageCell = CoverageTopic['cells'][number]

export const cellOf = (topic: CoverageTopic, audience: Audience | null): CoverageCell | null =>
  topic.cells.find((cell) => cell.audience === audience) ?? null

/** `nothing`: no video; `outdated`: only such as no longer apply; `some`: a part of them; `good`: all apply. */
export type CellState = 'nothing' | 'outdated' | 'some' | 'good'

export function stateOf(cell: CoverageCell | null): CellState {
  if (!cell || cell.videoCount === 0) return 'nothing'
  if (cell.outdatedCount === 0) return 'good'
  return cell.outdatedCount >= cell.videoCount ? 'outdated' : 'some'
}

interface Place {
  topic: string
  audience?: Audience | null
  law?: string
}

const query = (values: Record<string, string | null | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value))

/** The videos behind a number. */
export const videosAt = ({ topic, audience, law }: Place) => ({
  path: '/bien-tap/do-phu/video',
  query: query({ chu_de: topic, doi_tuong: audience, van_ban: law }),
})

/** Where a skit that is missing is sent in. */
export const newSkitFor = ({ topic, audience }: Place) => ({
  path: '/studio/tai-len',
  query: query({ chu_de: topic, doi_tuong: audience }),
})

/** Topics that want most come first: those without any video, then those whose videos are fewest; else as they are numbered. */
export const byNeed = (topics: CoverageTopic[]) =>
  [...topics].sort((a, b) => a.videoCount - b.videoCount || a.number - b.number)
