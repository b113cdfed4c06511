import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class DemoClear extends BaseCommand {
  static commandName = 'demo:clear'
  static description = 'End the demo: lock its accounts and delete its skits'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { default: env } = await import('#start/env')
    const { default: Video } = await import('#app/videos/video')
    const { deleteVideo } = await import('#app/videos/delete_video')
    const { lockDemoAccounts } = await import('#app/demo/demo_accounts')
    const videos = await Video.query().whereHas(
      'owner',
      (owner) => void owner.where('email', 'like', '%@demo.test')
    )
    for (const video of videos) await deleteVideo(video)
    const { clockMayMove, moveClock } = await import('#app/core/moved_clock')
    if (clockMayMove()) moveClock(null)
    const locked = await lockDemoAccounts()
    // The start script reads this: the demo does not come back by itself
    await writeFile(join(env.get('DATA_DIR'), 'demo.json'), `${JSON.stringify({ mode: '0' })}\n`)
    this.logger.success(
      `${videos.length} skits deleted, ${locked} accounts locked. The demo will not start again.`
    )
  }
}
