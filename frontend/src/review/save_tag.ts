import { dataOf, type Api } from '../api/client.js'
import type { Tag, TagRole } from '../api/types.js'
import type { Marks } from './marks.js'

export type TagFields = Marks & { role: TagRole } & (
    | { citation: string }
    | { lawId: string; article: string | null; clause: string | null; point: string | null }
  )

/** One tag for each provision that the citation names. */
export async function createTag(api: Api, videoId: string, fields: TagFields): Promise<Tag[]> {
  const made = await dataOf(
    api.POST('/videos/{id}/tags', { params: { path: { id: videoId } }, body: fields })
  )
  return Array.isArray(made) ? made : [made]
}

/** A citation that nobody changed is left out: it is canonical already, and was confirmed by somebody. */
export async function changeTag(api: Api, tag: Tag, fields: TagFields): Promise<Tag> {
  const { startSeconds, endSeconds, role, ...target } = fields
  const isSame = 'citation' in target && target.citation === tag.citation
  const body = { startSeconds, endSeconds, role, ...(isSame ? {} : target) }
  return dataOf(api.PATCH('/tags/{id}', { params: { path: { id: tag.id } }, body }))
}
