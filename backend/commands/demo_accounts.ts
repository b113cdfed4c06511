import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class DemoAccounts extends BaseCommand {
  static commandName = 'demo:accounts'
  static description = 'Make the demo accounts (once)'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { makeDemoAccounts } = await import('#app/demo/demo_accounts')
    await makeDemoAccounts()
  }
}
