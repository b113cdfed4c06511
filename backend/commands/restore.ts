import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Restore extends BaseCommand {
  static commandName = 'restore'
  static description = 'Put a backup into an empty place (a new DATA_DIR, an empty database)'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'The file that the backup wrote' })
  declare from: string

  async run() {
    const { restore, RestoreError } = await import('#app/operations/restore')
    try {
      const mediaCount = await restore(this.from)
      this.logger.success(`Restored with ${mediaCount} media files. Start the hub as usual.`)
    } catch (error) {
      if (!(error instanceof RestoreError)) throw error
      this.logger.error(error.message)
      this.exitCode = 1
    }
  }
}
