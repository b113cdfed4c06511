import { moveClock } from '#app/core/moved_clock'

type Cleanup = (done: () => void) => void

/** The whole hub's clock, moved until the test ends; `2027-03-01T00:00` is meant as people in Vietnam read it. */
export function moveClockTo(moment: string, cleanup?: Cleanup): void {
  cleanup?.(() => moveClock(null))
  moveClock(new Date(moment.length > 16 ? moment : `${moment}:00+07:00`))
}
