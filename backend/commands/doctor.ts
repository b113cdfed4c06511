import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Doctor extends BaseCommand {
  static commandName = 'doctor'
  static description = 'Check ffmpeg, database, storage, disk, clock and queue, and say what to do'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { examine } = await import('#app/operations/doctor')
    const findings = await examine()
    const marks = {
      ok: this.colors.green('✓'),
      warning: this.colors.yellow('!'),
      failed: this.colors.red('✗'),
    }
    for (const { part, state, found, advice } of findings) {
      this.logger.log(`${marks[state]} ${part.padEnd(9)} ${found}`)
      if (advice) this.logger.log(`            → ${advice}`)
    }
    const failed = findings.filter(({ state }) => state === 'failed').length
    this.logger.log(failed ? `\n${failed} to mend.` : '\nAll is well.')
    if (failed) this.exitCode = 1
  }
}
