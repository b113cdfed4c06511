import { answer, type Api } from '../api/client.js'
import type { Tag, TagRole } from '../api/types.js'
import type { Marks } from './marks.js'

type Target =
  | { citation: string }
  | { lawId: string; article: string | null; clause: string | null; point: string | null }

export type TagFields = Marks & { role: TagRole; needsCheck?: boolean } & Target

/** What the server kept although it may be wrong: an article that the law does not have. */
export type Warnings = { code: string; message: string }[]

/** One tag for each provision that the citation names. */
export async function createTag(
  api: Api,
  videoId: string,
  body: TagFields
): Promise<{ tags: Tag[]; warnings: Warnings }> {
  const { data, meta } = await answer(
    api.POST('/videos/{id}/tags', { params: { path: { id: videoId } }, body })
  )
  return { tags: Array.isArray(data) ? data : [data], warnings: meta?.warnings ?? [] }
}

/** Changes what is mentioned; with nothing mentioned, the tag is confirmed as it is. */
export async function changeTag(
  api: Api,
  id: string,
  body: Partial<TagFields>
): Promise<{ tag: Tag; warnings: Warnings }> {
  const { data, meta } = await answer(api.PATCH('/tags/{id}', { params: { path: { id } }, body }))
  return { tag: data, warnings: meta?.warnings ?? [] }
}

/** The fields without a citation that nobody changed: it is canonical already, and was confirmed by somebody. */
export function changedFields(tag: Tag, fields: TagFields): Partial<TagFields> {
  if (!('citation' in fields) || fields.citation !== tag.citation) return fields
  const { citation: _, ...others } = fields
  return others
}

export async function removeTag(api: Api, id: string): Promise<null> {
  await api.DELETE('/tags/{id}', { params: { path: { id } } })
  return null
}
