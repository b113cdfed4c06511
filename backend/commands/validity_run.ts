import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class ValidityRun extends BaseCommand {
  static override commandName = 'validity:run'
  static override description =
    'Work out what the laws of today ask of editors, as the worker does each day; safe to repeat'
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Only tell what the days up to this one (YYYY-MM-DD) will bring' })
  declare asOf?: string

  override async run() {
    if (this.asOf !== undefined) return this.foretell(this.asOf)
    const { reviewAllLaws } = await import('#app/validity/review_laws')
    const { todayInVietnam } = await import('#app/core/legal_day')
    const { opened, closed } = await reviewAllLaws()
    this.logger.success(`${todayInVietnam()}: ${opened} tasks opened, ${closed} closed`)
  }

  private async foretell(day: string) {
    const { isLegalDay } = await import('#app/core/legal_day')
    if (!isLegalDay(day)) {
      this.logger.error(`--as-of: ${day} is not a day (YYYY-MM-DD)`)
      this.exitCode = 1
      return
    }
    const { upcomingChanges } = await import('#app/validity/upcoming_changes')
    const changes = await upcomingChanges(day)
    for (const { day: on, kind, law, by, videoCount } of changes) {
      const others = by.map(({ number }) => number).join(', ')
      this.logger.log(`${on}  ${law.number} ${kind} (${others}); videos: ${videoCount}`)
    }
    this.logger.info(`${changes.length} changes up to ${day} touch videos`)
  }
}
