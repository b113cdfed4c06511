import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import db from '@adonisjs/lucid/services/db'
import { HubErrors } from '#app/core/hub_error'
import { importRecord, type ImportSummary } from '#app/laws/import/import_record'
import { lawsChanged } from '#app/laws/law_events'

export default class LawsImport extends BaseCommand {
  static override commandName = 'laws:import'
  static override description = 'Import topics, laws and their relations; safe to repeat'
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Folder with the tables and source.json; the starting data by default' })
  declare from?: string

  override async run() {
    const folder = this.from ?? this.app.makePath('database/data')
    try {
      const summary = await db.transaction((trx) => importRecord(folder, trx))
      for (const [name, { added, changed, kept, same }] of Object.entries(summary)) {
        this.logger.info(
          `${name}: ${added} added, ${changed} changed, ${same} the same, ${kept} kept as corrected`
        )
      }
      if (isChanged(summary)) await lawsChanged('all')
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

const isChanged = ({ laws, relations }: ImportSummary) =>
  laws.added + laws.changed + relations.added + relations.changed > 0
