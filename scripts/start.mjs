/**
 * `npm start [-- --dev | --server | --worker]`: everything from an empty machine to a served site.
 * Prepares what is not prepared, then runs the server and one worker and keeps them running until Ctrl-C.
 */
import { join } from 'node:path'
import { openDataDir } from './lib/data_dir.mjs'
import * as demo from './lib/demo_mode.mjs'
import { backendDir, loadEnvironment } from './lib/environment.mjs'
import { ensurePortIsFree, waitUntilReady } from './lib/listening.mjs'
import { root } from './lib/paths.mjs'
import { buildFrontend, prepareDatabase } from './lib/prepare.mjs'
import { runToEnd, typescript } from './lib/run.mjs'
import { failWith, Sentence } from './lib/sentence.mjs'
import { onStopSignal } from './lib/stop_signal.mjs'
import { stopWithParent } from './lib/stop_with_parent.mjs'
import { Supervised } from './lib/supervisor.mjs'
import { ensurePrograms } from './system_packages.mjs'

loadEnvironment()
const flags = new Set(process.argv.slice(2))
const unknown = [...flags].filter((flag) => !['--dev', '--server', '--worker'].includes(flag))
if (unknown.length > 0)
  failWith(new Sentence(`Unknown: ${unknown.join(' ')}. There are --dev, --server and --worker.`))

const isDevelopment = flags.has('--dev')
const withServer = !flags.has('--worker')
const withWorker = !flags.has('--server')
const isWhole = withServer && withWorker
const children = []
const stopping = new AbortController()

stopWithParent()
onStopSignal(stop, () => children.forEach((child) => child.kill()))

try {
  const mode = await prepare()
  await serve(mode)
} catch (error) {
  if (!stopping.signal.aborted) {
    await Promise.all(children.map((child) => child.stop()))
    failWith(error)
  }
}

async function prepare() {
  const port = Number(process.env.PORT || 3333)
  const mode = demo.decideDemoMode({ defaultsToDemo: isWhole })
  openDataDir()
  if (isDevelopment) process.env.NODE_ENV = 'development'
  else process.env.NODE_ENV ||= 'production'
  process.env.DEMO = mode
  // Everybody can read the demo accounts' password, so nobody but this machine may reach them
  if (mode !== '0') process.env.HOST = '127.0.0.1'
  if (isWhole) process.env.LOG_LEVEL ||= 'warn' // people read this; a service's log is asked for by its operator
  if (withServer && port > 0 && port < 65536) await ensurePortIsFree(port, process.env.HOST)
  demo.rememberDemoMode(mode)
  if (withWorker) ensureProgramsOrFail(mode)
  if (withServer && !isDevelopment) await buildFrontend()
  await prepareDatabase({ withLaws: withServer, withDemoAccounts: mode !== '0' })
  return mode
}

function ensureProgramsOrFail(mode) {
  const { sentence } = ensurePrograms(['ffmpeg'])
  if (sentence) throw new Sentence(sentence)
  if (mode !== '1' || demo.demoSkitsAreMade()) return
  const wished = ensurePrograms(['espeak', 'fonts'])
  if (wished.sentence) console.log(`${wished.sentence}\nThe demo skits do without.`)
}

async function serve(mode) {
  stopping.signal.throwIfAborted()
  const options = { cwd: backendDir, env: process.env }
  const failed = new AbortController()
  let isReady = false
  if (withServer) {
    const onEnd = () => {
      if (isReady) return true
      failed.abort(new Sentence('The server did not start.'))
      return false
    }
    children.push(new Supervised('server', serverArguments(), { ...options, onEnd }).start())
  }
  if (withServer)
    await waitUntilReady(`${localAddress()}/health/ready`, AbortSignal.any([failed.signal, stopping.signal]))
  isReady = true
  if (withWorker) children.push(new Supervised('worker', ['ace.js', 'worker'], options).start())
  if (withServer) announce(mode)
  else console.log('The worker is running; Ctrl-C stops it.')
  if (isWhole && mode === '1' && !demo.demoSkitsAreMade()) await makeDemoSkits(mode)
}

function serverArguments() {
  const run = typescript(['bin/server.ts'])
  if (!isDevelopment) return run
  const watchedFolders = [
    'app',
    'config',
    'providers',
    'start',
    'resources',
    '../storage/src',
    '../transcoder/src',
  ]
  return ['--watch-preserve-output', ...watchedFolders.map((folder) => `--watch-path=${folder}`), ...run]
}

async function makeDemoSkits(mode) {
  const code = await runToEnd([join(root, 'scripts/demo.mjs')], {
    env: { ...process.env, HUB_URL: localAddress() },
  })
  if (stopping.signal.aborted) return
  if (code === 0) demo.rememberDemoSkits()
  else console.error('The demo skits are not finished; the next start takes them up again.')
  announce(mode)
}

function localAddress() {
  const host = process.env.HOST
  const name = !host || ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${process.env.PORT || 3333}`
}

function announce(mode) {
  const local = localAddress().replace('//127.0.0.1:', '//localhost:')
  const lines = [`\n  The site is at ${process.env.APP_URL || local}  (Ctrl-C stops it)`]
  if (mode !== '0') {
    lines.push(
      `  Demo accounts, password ${demo.DEMO_PASSWORD}:`,
      ...demo.DEMO_ACCOUNTS.map((email) => `    ${email}`)
    )
    lines.push('  In demo mode only this machine reaches it; npm run ace -- demo:clear ends the demo.')
  }
  console.log(`${lines.join('\n')}\n`)
}

async function stop() {
  stopping.abort(new Sentence('Stopped.'))
  console.log('\nStopping.')
  await Promise.all(children.map((child) => child.stop()))
  process.exit(0)
}
