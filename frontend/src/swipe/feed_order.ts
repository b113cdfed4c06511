interface Named {
  id: string
}

/** What is put before whoever swipes: the one that was asked for, then the others in their order, none twice. */
export function feedOrder<Item extends Named>(first: Item | null, ...pages: Item[][]): Item[] {
  const seen = new Set<string>()
  return [...(first ? [first] : []), ...pages.flat()].filter(({ id }) => {
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

/** Only these two have a player: the one that plays, and the one whose playlist is fetched before it does. */
export function hasPlayer(index: number, active: number): boolean {
  return index === active || index === active + 1
}

const stepKeys: Record<string, 1 | -1> = {
  ArrowDown: 1,
  PageDown: 1,
  ArrowUp: -1,
  PageUp: -1,
}

/** Where a key leads among so many; null for keys that mean something else, and at the ends. */
export function keyedIndex(key: string, active: number, count: number): number | null {
  if (key === 'Home' && active > 0) return 0
  if (key === 'End' && active < count - 1) return count - 1
  const step = stepKeys[key]
  const index = step === undefined ? active : active + step
  return index === active || index < 0 || index >= count ? null : index
}
