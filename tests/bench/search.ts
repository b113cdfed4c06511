/**
 * How long a search takes over a large hub, over HTTP, through the whole server.
 *
 *   npm run bench -- search [--videos 100000] [--tags 1000000] [--database sqlite|postgres] [--users 1,50] [--seconds 20]
 *
 * The data is made here, always the same: published videos in Vietnamese from the project's own topics, laws and everyday
 * words, frequent ones a hundred times as often as rare ones, each with ten lines of captions. It is kept for the next run
 * (support/search/hub.ts). The server runs alone, with TRUST_PROXY=true, and readers come from many addresses, because one
 * address may read 600 times a minute. Each reader mixes ten kinds of queries evenly (support/search/queries.ts), after
 * some that are not counted.
 *
 * Prints one JSON object on its last line: milliseconds by kind and over all (p50, p95, p99), errors, and the processor time
 * of the server (and of a PostgreSQL started here) per request.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { startMeasured } from './support/search/hub.js'
import { measure } from './support/search/readers.js'

const { values } = parseArgs({
  options: {
    videos: { type: 'string', default: '100000' },
    tags: { type: 'string', default: '1000000' },
    database: { type: 'string', default: 'sqlite' },
    users: { type: 'string', default: '1,50' },
    seconds: { type: 'string', default: '20' },
  },
})
const { database } = values
if (database !== 'sqlite' && database !== 'postgres') throw new Error('--database sqlite or postgres')
const size = { videos: Number(values.videos), tags: Number(values.tags) }
const warmingUpSeconds = 5

const started = performance.now()
const hub = await startMeasured(database, size)
const preparedSeconds = Math.round((performance.now() - started) / 1000)
const results = []
try {
  await measure(hub.origin, 1, warmingUpSeconds, hub.cpuSeconds)
  for (const users of values.users.split(',').map(Number)) {
    const outcome = await measure(hub.origin, users, Number(values.seconds), hub.cpuSeconds)
    console.log(`${users} at once: ${JSON.stringify(outcome.milliseconds)}, ${outcome.errors} errors`)
    results.push(outcome)
  }
} finally {
  await hub.stop()
}
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
console.log(JSON.stringify({ bench: 'search', machine, database, ...size, preparedSeconds, results }))
