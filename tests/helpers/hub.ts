import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free_port.js'

const backend = resolve(import.meta.dirname, '../../backend')

/**
 * A whole hub of its own: server and worker as real processes, on a fresh data directory and, where DATABASE_URL names
 * PostgreSQL, a fresh database beside it; with STORAGE=s3, a bucket of its own.
 */
export class Hub {
  server?: ChildProcess
  worker?: ChildProcess

  private constructor(
    readonly environment: Record<string, string>,
    readonly dataDir: string,
    private dropDatabase: () => Promise<void>
  ) {}

  get origin() {
    return `http://127.0.0.1:${this.environment.PORT}`
  }

  static async make(): Promise<Hub> {
    const dataDir = mkdtempSync(join(tmpdir(), 'hub-e2e-'))
    const { url, drop } = await freshDatabase()
    const suffix = dataDir
      .slice(-6)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, 'x')
    const environment = {
      ...(process.env as Record<string, string>),
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
      ...(url ? { DATABASE_URL: url } : {}),
      ...(process.env.STORAGE === 's3' ? { S3_BUCKET: `e2e-${suffix}-${process.pid}` } : {}),
    }
    return new Hub(environment, dataDir, drop)
  }

  /** Migrated, with the legal data and the demo accounts, server and worker running. */
  static async start(): Promise<Hub> {
    const hub = await Hub.make()
    hub.ace('migration:run', '--force')
    hub.ace('laws:import')
    hub.ace('demo:accounts')
    await hub.startServer()
    hub.startWorker()
    return hub
  }

  ace(...args: string[]): string {
    const ran = spawnSync(process.execPath, ['ace.js', ...args], {
      cwd: backend,
      env: this.environment,
      encoding: 'utf8',
    })
    if (ran.status !== 0) throw new Error(`ace ${args.join(' ')}: ${ran.stdout}${ran.stderr}`)
    return ran.stdout
  }

  async startServer(): Promise<void> {
    this.server = this.#spawn(['--import', '@poppinss/ts-exec', 'bin/server.ts'])
    for (let tries = 0; tries < 240; tries++) {
      const answer = await fetch(`${this.origin}/health/ready`).catch(() => null)
      if (answer?.ok) return
      if (this.server.exitCode !== null) throw new Error('the server ended at its start')
      await sleep(250)
    }
    throw new Error('the server does not get ready')
  }

  startWorker(): void {
    this.worker = this.#spawn(['ace.js', 'worker'])
  }

  #spawn(args: string[]): ChildProcess {
    return spawn(process.execPath, args, {
      cwd: backend,
      env: this.environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  }

  /** Sends the signal and waits until the process is gone. */
  async end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await gone
  }

  async stop(): Promise<void> {
    await Promise.all([this.end(this.server, 'SIGTERM'), this.end(this.worker, 'SIGTERM')])
    await this.dropDatabase()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

/** A database beside the one that DATABASE_URL names; nothing where the hub is to use SQLite. */
async function freshDatabase(): Promise<{ url?: string; drop: () => Promise<void> }> {
  const base = process.env.DATABASE_URL
  if (!base) return { drop: async () => {} }
  const name = `e2e_${process.pid}_${Date.now().toString(36)}`
  const asAdministrator = async (sql: string) => {
    const client = new pg.Client({ connectionString: base })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await asAdministrator(`create database ${name}`)
  const url = new URL(base)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asAdministrator(`drop database if exists ${name} with (force)`) }
}
