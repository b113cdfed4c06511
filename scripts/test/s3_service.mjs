/**
 * `node scripts/test/s3_service.mjs PORT FOLDER`: scripts/s3-server.sh in the foreground. Prints one line when it
 * answers; at SIGTERM, or when the process that started it is gone, it stops the server and deletes its store.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'

const [port, folder] = process.argv.slice(2)
const env = { ...process.env, S3_PORT: port, S3_DIR: folder }
const server = (verb) =>
  spawnSync('bash', [join(root, 'scripts/s3-server.sh'), verb], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    server('wipe')
    process.exit(0)
  })
}
const started = server('start')
if (started.status !== 0) process.exit(1)
console.log(`http://127.0.0.1:${port}`)
setInterval(() => {}, 60_000)
