/** A cue as it is parsed: seconds and text, with the markup of its file. */
export interface SpokenCue {
  startSeconds: number
  endSeconds: number
  text: string
}

/** A text with the way back from its places to the seconds at which they are spoken. */
export interface SpokenText {
  text: string
  /** From the beginning of the first cue to the end of the last one that the slice touches; offsets as in `slice`. */
  secondsOf(start: number, end: number): { startSeconds: number; endSeconds: number }
}

/** A pause this long ends a sentence: what is said after it does not go on with a citation begun before. */
const PAUSE_SECONDS = 4

/** The cues, in the order of their beginning, as one text: what runs on from one cue into the next is read whole. */
export function spokenText(cues: SpokenCue[]): SpokenText {
  const starts: number[] = []
  const pieces: string[] = []
  let length = 0
  for (const [at, cue] of cues.entries()) {
    const before = cues[at - 1]
    const isApart = before && cue.startSeconds - before.endSeconds > PAUSE_SECONDS
    const piece = `${before ? (isApart ? '\n\n' : '\n') : ''}${plainCue(cue.text)}`
    starts.push(length)
    pieces.push(piece)
    length += piece.length
  }
  return {
    text: pieces.join(''),
    secondsOf(start, end) {
      const spoken = cues.slice(cueAt(starts, start), cueAt(starts, Math.max(start, end - 1)) + 1)
      return {
        startSeconds: spoken[0]?.startSeconds ?? 0,
        endSeconds: Math.max(...spoken.map(({ endSeconds }) => endSeconds)),
      }
    },
  }
}

/** The last cue that begins at or before the offset. */
function cueAt(starts: number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }

/** The text of a cue without markup (W3C WebVTT, 4.2.2), blank lines closed: within one cue nothing is apart. */
function plainCue(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => NAMED[name]!)
    .replace(/\s*\n\s*/g, '\n')
}
