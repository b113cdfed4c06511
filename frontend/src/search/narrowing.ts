import type { paths } from '../api/schema.js'
import type { Facet } from './facet_choices.js'

type Narrowing = Pick<paths['/search']['get']['parameters']['query'], Facet>

const known: Partial<Record<Facet, readonly string[]>> = {
  length: ['short', 'medium', 'long'],
  orientation: ['landscape', 'portrait', 'square'],
}

/** What an address asks for, without values that there are not: an old or hand-made link still finds something. */
export function narrowingFrom(chosen: Partial<Record<Facet, string>>): Narrowing {
  const valid = Object.entries(chosen).filter(
    ([facet, value]) => known[facet as Facet]?.includes(value) ?? true
  )
  return Object.fromEntries(valid) as Narrowing
}
