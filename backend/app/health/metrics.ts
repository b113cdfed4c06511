import db from '@adonisjs/lucid/services/db'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const byState = (name: string, help: string, table: string, column: string) =>
  new Gauge({
    name,
    help,
    labelNames: [column],
    registers: [registry],
    async collect() {
      this.reset()
      const rows = await db.from(table).select(column).count('* as count').groupBy(column)
      for (const row of rows) this.set({ [column]: row[column] }, Number(row.count))
    },
  })

byState('hub_videos', 'Videos by status', 'videos', 'status')
byState('hub_transcodes', 'Transcodes by state', 'transcodes', 'state')

/** Prometheus' text format. */
export const renderMetrics = async () => ({
  contentType: registry.contentType,
  text: await registry.metrics(),
})
