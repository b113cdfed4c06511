import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import db from '@adonisjs/lucid/services/db'
import { onlyListed } from '#app/videos/listed'

export interface Cell {
  topicId: number
  /** Null: for whom the video is has not been said. */
  audience: string | null
  videoCount: number
}

/** Audiences are a JSON array; each database has its own way to make rows of one. */
const audiencesAsRows = {
  sqlite: {
    join: 'left join json_each(videos.audiences) as audiences on true',
    column: 'audiences.value',
  },
  postgres: {
    join: 'left join lateral json_array_elements_text(videos.audiences) as audiences(value) on true',
    column: 'audiences.value',
  },
}

/** Listed videos by topic and audience, of one law where it is named: counted by the database. */
export async function countCells(lawId: string | null): Promise<Cell[]> {
  return cellsOf(ofLaw(listed(), lawId))
}

/** The same of these videos alone. */
export async function countCellsOf(videoIds: string[], lawId: string | null): Promise<Cell[]> {
  const cells: Cell[] = []
  for (let at = 0; at < videoIds.length; at += 500) {
    const some = listed().whereIn('videos.id', videoIds.slice(at, at + 500))
    cells.push(...(await cellsOf(ofLaw(some, lawId))))
  }
  return cells
}

/** Each video once in its topic, whomever it is for. */
export async function countTopics(lawId: string | null): Promise<Map<number, number>> {
  const rows = await ofLaw(listed(), lawId)
    .groupBy('video_topics.topic_id')
    .select('video_topics.topic_id as topic')
    .countDistinct('videos.id as count')
  return new Map(rows.map(({ topic, count }) => [Number(topic), Number(count)]))
}

const listed = () => onlyListed(db.from('video_topics').join('videos', 'videos.id', 'video_topics.video_id'))

const ofLaw = (videos: DatabaseQueryBuilderContract, lawId: string | null) =>
  lawId
    ? videos.whereIn('videos.id', (tags) => void tags.from('tags').select('video_id').where('law_id', lawId))
    : videos

async function cellsOf(videos: DatabaseQueryBuilderContract): Promise<Cell[]> {
  const { join, column } =
    audiencesAsRows[db.connection().dialect.name === 'postgres' ? 'postgres' : 'sqlite']
  const rows = await videos
    .joinRaw(join)
    .groupBy('video_topics.topic_id', column)
    .select('video_topics.topic_id as topic', `${column} as audience`)
    .countDistinct('videos.id as count')
  return rows.map(({ topic, audience, count }) => ({
    topicId: Number(topic),
    audience: audience ?? null,
    videoCount: Number(count),
  }))
}
