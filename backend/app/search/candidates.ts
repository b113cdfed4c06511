import type { Hit, SearchIndex, Wanted } from './search_index.js'

/** More than anybody reads, and more than most hubs hold on one matter. */
export const mostFound = 1000

export interface Candidate extends Hit {
  /** Which of the turns found it first, from 0. */
  turn: number
}

export interface Candidates {
  hits: Candidate[]
  /** There are more, which were not looked at. */
  isCut: boolean
}

/**
 * What is wanted in one turn after the other, each video once, until there are `mostFound`; `narrowed` holds of all.
 * The work is bounded whatever is asked for.
 */
export async function candidates(
  index: SearchIndex,
  turns: Wanted[],
  narrowed: Wanted[] = [],
  most = mostFound
): Promise<Candidates> {
  const found = new Map<string, Candidate>()
  for (const [turn, wanted] of turns.entries()) {
    // What an earlier turn found is found again: one more than those must come for the end to be seen
    const all: Wanted = narrowed.length ? { all: [wanted, ...narrowed] } : wanted
    for (const hit of await index.find(all, most + 1)) {
      if (!found.has(hit.id)) found.set(hit.id, { ...hit, turn })
    }
    if (found.size > most) return { hits: [...found.values()].slice(0, most), isCut: true }
  }
  return { hits: [...found.values()], isCut: false }
}
