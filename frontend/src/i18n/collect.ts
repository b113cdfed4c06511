export interface MessageTree {
  [name: string]: string | MessageTree
}

/** `./vi/laws.ts` becomes the messages under `laws`. */
export function collect(files: Record<string, MessageTree>): MessageTree {
  return Object.fromEntries(
    Object.entries(files).map(([path, messages]) => [path.replace(/^.*\/(\w+)\.ts$/, '$1'), messages])
  )
}
