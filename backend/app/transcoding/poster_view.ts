import type Revision from '#app/videos/revision'

/** Which picture is the poster, and what became of the last wish for another. */
export const posterView = ({ posterAtSeconds, posterState }: Revision) => ({
  atSeconds: posterAtSeconds,
  state: posterState ?? ('shown' as const),
})
