/**
 * The hub's own time, from which legal days follow. It is the machine's, unless a trial has moved it (moved_clock.ts).
 * Leases, sessions and expiries do not ask it: they are about machines, not about law.
 */
let readMs = () => Date.now()

export const hubNow = (): Date => new Date(readMs())

/** `source` gives milliseconds since 1970. */
export function setClock(source: () => number): void {
  readMs = source
}
