import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import { HubErrors } from '#app/core/hub_error'
import { inRecordTurn, tellOfChange } from '#app/laws/changes/keep_change'
import { importRecord } from '#app/laws/import/import_record'

export default class LawsImport extends BaseCommand {
  static override commandName = 'laws:import'
  static override description = 'Import topics, laws and their relations; safe to repeat'
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Folder with the tables and source.json; the starting data by default' })
  declare from?: string

  override async run() {
    const folder = this.from ?? this.app.makePath('database/data')
    try {
      const { summary, change } = await inRecordTurn((trx) => importRecord(folder, trx))
      for (const [name, { added, changed, kept, same }] of Object.entries(summary)) {
        this.logger.info(
          `${name}: ${added} added, ${changed} changed, ${same} the same, ${kept} kept as corrected`
        )
      }
      if (change) await tellOfChange(change)
    } catch (error) {
      if (!(error instanceof HubErrors)) throw error
      const english = i18nManager.locale('en')
      for (const { code, options } of error.errors) {
        this.logger.error(english.t(`errors.${code}`, options.params, code))
      }
      this.exitCode = 1
    }
  }
}
