import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Backup extends BaseCommand {
  static commandName = 'backup'
  static description = 'Write database, media and secrets into one file, while the site goes on'
  static options: CommandOptions = { startApp: true }

  @args.string({
    description: 'The file to write, such as /mnt/backup/hub.tar (keep it safe: it holds the secrets)',
  })
  declare to: string

  async run() {
    const { backUp } = await import('#app/operations/backup')
    const { path, mediaCount, sizeBytes } = await backUp(this.to)
    this.logger.success(`${path}: ${mediaCount} media files, ${(sizeBytes / 1024 ** 2).toFixed(1)} MiB`)
  }
}
