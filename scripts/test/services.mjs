/** The real parts that suites need beside them: PostgreSQL and an S3 server, each in a process of its own. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { backendDir } from '../lib/environment.mjs'
import { freePort } from '../lib/listening.mjs'
import { root } from '../lib/paths.mjs'
import { watched } from '../lib/run.mjs'

const CEPH_PORTS = 10
const S3_KEYS = { accessKeyId: 'testaccesskey', secretAccessKey: 'testsecretkey' }

/** @returns {Promise<Service & {environment(name): Promise<object>}>} `environment` makes a database and names it */
export async function startPostgres() {
  const service = await startService([join(root, 'scripts/postgres-server.mjs'), String(await freePort())])
  const { Client } = createRequire(join(backendDir, 'package.json'))('pg')
  const environment = async (name) => {
    const client = new Client({ connectionString: `${service.url}/postgres` })
    await client.connect()
    await client.query(`create database "${name}"`)
    await client.end()
    return { DATABASE_URL: `${service.url}/${name}` }
  }
  return { ...service, environment }
}

/** As startPostgres; `environment` makes a bucket. */
export async function startS3(folder) {
  const service = await startService([
    join(root, 'scripts/test/s3_service.mjs'),
    String(await freePorts(CEPH_PORTS)),
    folder,
  ])
  const { S3Client, CreateBucketCommand } = createRequire(join(root, 'storage/package.json'))(
    '@aws-sdk/client-s3'
  )
  const options = { endpoint: service.url, region: 'us-east-1', forcePathStyle: true, credentials: S3_KEYS }
  const environment = async (name) => {
    const client = new S3Client(options)
    await client.send(new CreateBucketCommand({ Bucket: name }))
    client.destroy()
    return {
      STORAGE: 's3',
      S3_ENDPOINT: service.url,
      S3_REGION: options.region,
      S3_BUCKET: name,
      S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
      S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
      S3_FORCE_PATH_STYLE: 'true',
    }
  }
  return { ...service, environment }
}

/** Starts a process that prints its address once it answers. */
function startService(args) {
  const child = spawn(process.execPath, watched(args), { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
  const ended = new Promise((done) => child.once('exit', done))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return new Promise((done, failed) => {
    child.stdout.setEncoding('utf8').once('data', (line) => done({ url: line.trim(), stop }))
    child.once('error', failed)
    ended.then(() => failed(new Error(errors.trim() || `${args[0]} ended`)))
  })
}

/** The first of several consecutive ports of the loopback that nobody uses now. */
async function freePorts(count) {
  for (;;) {
    const first = await freePort()
    const others = Array.from({ length: count - 1 }, (_, index) => first + 1 + index)
    if (first + count < 65_536 && (await Promise.all(others.map(isFree))).every(Boolean)) return first
  }
}

function isFree(port) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
}
