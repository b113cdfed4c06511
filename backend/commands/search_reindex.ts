import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { indexVideo } from '#app/search/index_video'
import Video from '#app/videos/video'

/** After the tables of laws or topics have changed, what searching knows of the videos may name them by their old titles. */
export default class SearchReindex extends BaseCommand {
  static override commandName = 'search:reindex'
  static override description = 'Index every video for searching anew; safe to repeat'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const videos = await Video.query().select('id').orderBy('id')
    for (const { id } of videos) await indexVideo(id)
    this.logger.info(`${videos.length} videos indexed`)
  }
}
