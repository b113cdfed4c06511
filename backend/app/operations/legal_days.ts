import logger from '@adonisjs/core/services/logger'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { endConsentsOf } from '#app/consents/end_consents'
import { remind } from '#app/notices/remind'
import { reviewAllLaws } from '#app/validity/review_laws'

const tryAgainMs = 60_000

/**
 * At the start of each legal day, and at the start of the process, everything that a law may bring on its day is worked
 * out, what may no longer be shown is taken down, and whoever has to act is reminded. It looks at the clock instead of sleeping until midnight: machines sleep, and clocks are set. Days that were
 * missed need no making up, for what is worked out follows from today alone; several workers at once do no harm.
 */
export function beginLegalDays(lookMs = 5000): () => void {
  let done: LegalDay | null = null
  let timer: NodeJS.Timeout
  let isOver = false
  const look = async () => {
    const waitMs = await follow().catch((err) => {
      logger.error({ err }, 'the day could not be looked through; it is tried again')
      return tryAgainMs
    })
    if (!isOver) timer = setTimeout(look, waitMs)
  }
  const follow = async () => {
    const day = todayInVietnam()
    if (day !== done) {
      const reviewed = await reviewAllLaws(day)
      const ended = await endConsentsOf(day)
      const reminded = await remind(day)
      done = day
      logger.info({ day, ...reviewed, ended, reminded }, 'the day has been looked through')
    }
    return lookMs
  }
  timer = setTimeout(look, 0)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
