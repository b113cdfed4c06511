import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Sweep extends BaseCommand {
  static commandName = 'sweep'
  static description = 'Remove expired uploads, media of deleted videos and left-over scratch'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { forgetOldRows, sweep } = await import('#app/operations/sweep')
    const { uploads, mediaFiles, scratchFolders } = await sweep()
    await forgetOldRows()
    this.logger.success(
      `${uploads} uploads, ${mediaFiles} media files, ${scratchFolders} scratch folders removed`
    )
  }
}
