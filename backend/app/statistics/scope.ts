import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type User from '#app/accounts/user'

type Query = DatabaseQueryBuilderContract

/** Whose numbers somebody may read: editors all, producers those of their own and their agency's videos. */
export type Scope = (videos: Query) => Query

export function scopeOf(actor: User): Scope {
  if (actor.isEditor) return (videos) => videos
  return (videos) =>
    videos.where((own) => {
      void own.where('videos.owner_id', actor.id)
      if (actor.agencyId) void own.orWhere('videos.agency_id', actor.agencyId)
    })
}
