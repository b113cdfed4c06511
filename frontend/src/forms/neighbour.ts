/** The next of the list or the one before; from outside of it, its first. */
export function neighbourOf<One extends { id: string }>(
  list: One[],
  id: string | null,
  by: 1 | -1
): One | undefined {
  const at = list.findIndex((one) => one.id === id)
  return list[at === -1 ? 0 : at + by]
}
