import { followMovedClock } from '#app/core/moved_clock'

followMovedClock()
