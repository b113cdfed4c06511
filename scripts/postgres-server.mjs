/**
 * `node scripts/postgres-server.mjs PORT`: a PostgreSQL of its own for tests, in the foreground. Loopback only, anybody
 * on this machine may connect as `postgres`, nothing is synced to disk; the cluster is deleted when it ends.
 * Prints one line when it answers; ends at SIGTERM, or with the process that started it.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backendDir } from './lib/environment.mjs'
import { failWith, Sentence } from './lib/sentence.mjs'
import { postgresBin } from './system_packages.mjs'

const { Client } = createRequire(join(backendDir, 'package.json'))('pg')
const port = Number(process.argv[2])
const bin = postgresBin()
if (!bin || !port) failWith(new Sentence(bin ? 'Which port?' : 'PostgreSQL is not installed.'))

// Below the system's scratch folder: the account that it runs as could not enter a repository in root's home
const cluster = mkdtempSync(join(tmpdir(), 'hub-postgres-'))
const account = ordinaryAccount()
if (account.uid) chownSync(cluster, account.uid, account.gid)

try {
  const initdb = [
    '-D',
    cluster,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  execFileSync(join(bin, 'initdb'), initdb, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] })
  await serve()
} catch (error) {
  rmSync(cluster, { recursive: true, force: true })
  failWith(error)
}

async function serve() {
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [
    ...careless,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=150',
  ]
  const args = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(bin, 'postgres'), args, {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  server.stderr.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-4000)))
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill('SIGINT'))
  server.on('exit', (code) => {
    rmSync(cluster, { recursive: true, force: true })
    if (code) console.error(log.trim())
    process.exit(code ?? 1)
  })
  while (!(await answers())) await new Promise((done) => setTimeout(done, 100))
  console.log(`postgres://postgres@127.0.0.1:${port}`)
}

async function answers() {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
  try {
    await client.connect()
    return true
  } catch {
    return false // not yet; if it never will, the server has ended and this process with it
  } finally {
    await client.end().catch(() => {})
  }
}

/** PostgreSQL refuses to run as root; Debian's package brings the account `postgres`. */
function ordinaryAccount() {
  if (process.getuid?.() !== 0) return {}
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
