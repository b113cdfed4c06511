import type { Tag } from '../api/types.js'

/** What the desk shows over the tags that the server has answered, until it has answered again. */
export interface TagOverlay {
  /** By id: what differs, or null where it is gone. */
  changes: ReadonlyMap<string, Partial<Tag> | null>
  added: readonly Tag[]
}

export const NO_OVERLAY: TagOverlay = { changes: new Map(), added: [] }

/** The tags as the editor means them. */
export function overlaid(tags: readonly Tag[], { changes, added }: TagOverlay): Tag[] {
  const known = new Set(tags.map(({ id }) => id))
  return [...tags, ...added.filter(({ id }) => !known.has(id))].flatMap((tag) => {
    const change = changes.get(tag.id)
    return change === null ? [] : [change ? { ...tag, ...change } : tag]
  })
}

/** The overlay with one change more; `undefined` takes it away again. */
export function withChange(
  overlay: TagOverlay,
  id: string,
  change: Partial<Tag> | null | undefined
): TagOverlay {
  const changes = new Map(overlay.changes)
  if (change === undefined) changes.delete(id)
  else changes.set(id, change && { ...changes.get(id), ...change })
  return { ...overlay, changes }
}

/** The overlay once the server's list is there: only what is still on its way stays. */
export function settled(overlay: TagOverlay, pendingIds: ReadonlySet<string>): TagOverlay {
  return {
    changes: new Map([...overlay.changes].filter(([id]) => pendingIds.has(id))),
    added: overlay.added.filter(({ id }) => pendingIds.has(id)),
  }
}
