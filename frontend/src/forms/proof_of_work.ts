import { prefixedSha256 } from './sha256.js'

/** A slice is short enough that typing goes on smoothly beside it. */
const SLICE_MS = 12

/**
 * The number that the server asks for (getFormToken in the API): found by trying, in slices between which the page is free.
 * About 65,000 tries at the usual difficulty; half a second on a cheap telephone.
 */
export async function findProof(
  token: string,
  difficultyBits: number,
  signal?: AbortSignal
): Promise<string> {
  const digest = prefixedSha256(`${token}:`)
  for (let number = 0; ;) {
    signal?.throwIfAborted()
    const until = performance.now() + SLICE_MS
    do {
      for (const end = number + 64; number < end; number++) {
        if (Math.clz32(digest(String(number))) >= difficultyBits) return String(number)
      }
    } while (performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve))
  }
}
