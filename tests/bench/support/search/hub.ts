import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../../helpers/free_port.js'
import { fill, postgresSink, sqliteSink } from './fill.js'

const root = resolve(import.meta.dirname, '../../../..')
const backend = join(root, 'backend')

export interface Size {
  videos: number
  tags: number
}

/** A server over the made data, and how to end it. Processes whose processor time counts. */
export interface MeasuredHub {
  origin: string
  cpuSeconds(): number
  stop(): Promise<void>
}

/**
 * SQLite: the data stays in the system's scratch folder, by its size, for the next run. PostgreSQL: in a database of its own
 * beside that of DATABASE_URL, where it stays too; without one, in a server that ends with the run.
 */
export async function startMeasured(database: 'sqlite' | 'postgres', size: Size): Promise<MeasuredHub> {
  const folder = join(tmpdir(), `hub-bench-search-${key(size)}`)
  mkdirSync(folder, { recursive: true })
  const cluster = database === 'postgres' && !process.env.DATABASE_URL ? await startPostgres() : undefined
  const url =
    database === 'postgres' ? await databaseFor(cluster?.url ?? process.env.DATABASE_URL!, size) : undefined
  const { DATABASE_URL: _, ...environment } = process.env
  const env = {
    ...environment,
    NODE_ENV: 'production',
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
    // Each reader has an address of its own, as behind a proxy: 600 requests a minute are for one address
    TRUST_PROXY: 'true',
    ...(url ? { DATABASE_URL: url } : {}),
  }
  const done = join(
    folder,
    database === 'sqlite' ? 'sqlite.done' : `${new URL(url!).host.replace(/\W/g, '-')}.done`
  )
  if (!existsSync(done)) {
    for (const command of [['migration:run', '--force'], ['laws:import'], ['demo:accounts']]) {
      const ran = spawnSync(process.execPath, ['ace.js', ...command], { cwd: backend, env, encoding: 'utf8' })
      if (ran.status !== 0) throw new Error(`${command[0]}: ${ran.stdout}${ran.stderr}`)
    }
    await fill(
      url ? await postgresSink(url) : sqliteSink(join(folder, 'hub.sqlite3')),
      size.videos,
      size.tags
    )
    if (!cluster) writeFileSync(done, '')
  }
  const server = spawn(process.execPath, ['--import', '@poppinss/ts-exec', 'bin/server.ts'], {
    cwd: backend,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const origin = `http://127.0.0.1:${env.PORT}`
  await ready(origin, server)
  return {
    origin,
    cpuSeconds: () => cpuSeconds(server.pid!) + (cluster ? cpuOfChildren(cluster.child.pid!) : 0),
    async stop() {
      for (const child of [server, cluster?.child]) await end(child)
    },
  }
}

const key = ({ videos, tags }: Size) => `${videos}-${tags}-v1`

async function databaseFor(base: string, size: Size): Promise<string> {
  const name = `bench_search_${key(size).replace(/\W/g, '_')}`
  const client = new pg.Client({ connectionString: base })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(base)
  url.pathname = `/${name}`
  return url.href
}

async function startPostgres() {
  const port = await freePort()
  const script = join(root, 'scripts/postgres-server.mjs')
  const child = spawn(process.execPath, [script, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((found, failed) => {
    child.stdout.once('data', (text) => found(String(text).trim()))
    child.once('exit', () => failed(new Error('PostgreSQL does not start')))
  })
  return { child: child as ChildProcess, url: `${url}/postgres` }
}

async function ready(origin: string, server: ChildProcess) {
  for (let tries = 0; tries < 240; tries++) {
    const answer = await fetch(`${origin}/health/ready`).catch(() => null)
    if (answer?.ok) return
    if (server.exitCode !== null) throw new Error('the server ended at its start')
    await sleep(250)
  }
  throw new Error('the server does not get ready')
}

async function end(child: ChildProcess | undefined) {
  if (!child || child.exitCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

/** User and system time of a process, its threads included; a hundred ticks are a second on Linux. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Of PostgreSQL's processes, the ended ones included. */
function cpuOfChildren(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return children.reduce((sum, child) => {
    const fields = readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const waited = (Number(fields[13]) + Number(fields[14])) / 100
    return sum + cpuSeconds(Number(child)) + waited + cpuOfChildren(Number(child))
  }, 0)
}
