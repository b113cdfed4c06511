import type { HttpContext } from '@adonisjs/core/http'
import UserPolicy from '#app/accounts/user_policy'
import { data } from '#app/core/answers'
import { hubNow } from '#app/core/clock'
import { invalid } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { clockMayMove, movedNow, moveClock, readMoment } from '#app/core/moved_clock'
import { reviewAllLaws } from './review_laws.js'
import { clockValidator } from './validity_validators.js'

/** For trials only: the whole hub's clock, to see what a day brings. */
export default class ClockController {
  async show({ bouncer }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    return data(clockView())
  }

  /** What the new day brings has happened when this answers. */
  async update({ bouncer, request }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const { now } = await request.validateUsing(clockValidator)
    const moment = now === null ? null : readMoment(now)
    if (now !== null && !moment) throw invalid('E_CLOCK_INVALID', 'now', { value: now })
    moveClock(moment)
    await reviewAllLaws()
    return data(clockView())
  }
}

const clockView = () => ({
  now: hubNow().toISOString(),
  today: todayInVietnam(),
  isMoved: movedNow() !== null,
  mayMove: clockMayMove(),
})
