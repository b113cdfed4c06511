import logger from '@adonisjs/core/services/logger'
import { beginLegalDays } from './legal_days.js'
import { forgetOldRows, sweep } from './sweep.js'

const everyMs = 6 * 3_600_000

/** What a hub does for itself, without being asked: in each worker, now and then; twice at once does no harm. */
export function beginChores(): () => void {
  const run = async () => {
    try {
      const swept = await sweep()
      await forgetOldRows()
      logger.info(swept, 'swept')
    } catch (err) {
      logger.error({ err }, 'sweeping failed; it is tried again later')
    }
  }
  const first = setTimeout(run, 60_000)
  const timer = setInterval(run, everyMs)
  const endLegalDays = beginLegalDays()
  return () => {
    endLegalDays()
    clearTimeout(first)
    clearInterval(timer)
  }
}
