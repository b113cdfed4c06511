import type { Banner, Tag } from '../api/types.js'
import { lawPath } from '../laws/provision.js'

/** The provision that is spoken of now, as pages around the player are told of it. */
export interface ShownProvision {
  tagId: string
  citation: string
  law: { number: string; title: string; status: string }
  /** Its page on this site. */
  url: string
  startSeconds: number | null
  endSeconds: number | null
  /** What must be said because the law has changed. */
  notice: string | null
}

export function shownProvision(
  tag: Tag | undefined,
  banners: Banner[],
  origin: string
): ShownProvision | null {
  if (!tag) return null
  const banner = banners.find(({ tags }) => tags.some(({ id }) => id === tag.id))
  const { number, title, status, slug } = tag.law
  return {
    tagId: tag.id,
    citation: tag.citation,
    law: { number, title, status },
    url: origin + lawPath(slug, tag),
    startSeconds: tag.startSeconds,
    endSeconds: tag.endSeconds,
    notice: banner ? (banner.note ?? banner.message) : null,
  }
}
