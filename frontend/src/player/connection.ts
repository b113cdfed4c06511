/** What a browser tells of its connection (Network Information API, Chromium only); nothing elsewhere. */
export interface Connection {
  saveData?: boolean
  effectiveType?: string
  /** Megabits a second, rounded by the browser and never told above 10. */
  downlink?: number
}

export interface Circumstances {
  connection: Connection
  prefersReducedData: boolean
  /** Whether nobody sees the page, as in a tab that was opened behind another. */
  isHidden: boolean
}

/** Networks on which a few segments cost noticeable time and money. */
const slowTypes = ['slow-2g', '2g', '3g']

export const savesData = ({ connection, prefersReducedData }: Circumstances) =>
  connection.saveData === true || prefersReducedData

/** Whether the first segments may be fetched before anybody presses play. */
export function mayFetchAhead(circumstances: Circumstances): boolean {
  if (circumstances.isHidden || savesData(circumstances)) return false
  return !slowTypes.includes(circumstances.connection.effectiveType ?? '')
}

/** Where nobody knows better: what a crowded mobile cell gives. */
const unknownBps = 1_000_000
const greatestBps = 3_000_000
const leastBps = 300_000

/**
 * The rate, in bits a second, that the first rung is chosen by. A segment lasts about 4 s: at a quarter of the link its
 * first one is there after a second, and the next is chosen by what was measured.
 */
export function firstEstimateBps({ downlink }: Connection): number {
  const linkBps = downlink === undefined ? unknownBps * 4 : downlink * 1_000_000
  return Math.round(Math.min(greatestBps, Math.max(leastBps, linkBps / 4)))
}

/** Only in the browser. */
export function currentCircumstances(): Circumstances {
  const { connection } = navigator as Navigator & { connection?: Connection }
  return {
    connection: connection ?? {},
    prefersReducedData: matchMedia('(prefers-reduced-data: reduce)').matches,
    isHidden: document.visibilityState === 'hidden',
  }
}

/** Whether something may begin to move and to sound that nobody pressed play for. */
export function mayPlayByItself(): boolean {
  return mayFetchAhead(currentCircumstances()) && !matchMedia('(prefers-reduced-motion: reduce)').matches
}
