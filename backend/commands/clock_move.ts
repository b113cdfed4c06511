import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class ClockMove extends BaseCommand {
  static override commandName = 'clock:move'
  static override description = "Move a trial hub's clock, to see what a day brings"
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'A day (2027-03-01), a moment (2027-02-28T23:00+07:00), or “real”' })
  declare to: string

  override async run() {
    const { moveClock, readMoment } = await import('#app/core/moved_clock')
    const { hubNow } = await import('#app/core/clock')
    const { HubError } = await import('#app/core/hub_error')
    const { reviewAllLaws } = await import('#app/validity/review_laws')
    const moment = this.to === 'real' ? null : readMoment(this.to)
    if (this.to !== 'real' && !moment) return this.refuse(`${this.to} is neither a day nor a moment`)
    try {
      moveClock(moment)
    } catch (error) {
      if (error instanceof HubError) return this.refuse('Only a demo’s clock may be moved')
      throw error
    }
    const { opened, closed } = await reviewAllLaws()
    this.logger.success(`It is ${hubNow().toISOString()}: ${opened} tasks opened, ${closed} closed`)
  }

  private refuse(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}
