import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'
import { Sentence } from './sentence.mjs'

const watcher = pathToFileURL(join(root, 'scripts', 'lib', 'stop_with_parent.mjs')).href + '#watch'

/** Arguments for a Node that stops when the process that started it is gone. */
export const watched = (args) => ['--import', watcher, ...args]

/** Arguments for a Node that runs TypeScript sources as they are. */
export const typescript = (args) => ['--import', '@poppinss/ts-exec', ...args]

/** Runs our Node in the foreground and passes signals on; resolves to its exit code. */
export function runToEnd(args, options = {}) {
  return runCommand(process.execPath, watched(args), options)
}

export function runCommand(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options })
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      done(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** Runs our Node and keeps its output back: shown only when it fails. Returns what it wrote. */
export function runQuietly(args, options = {}) {
  return collect(process.execPath, watched(args), options)
}

async function collect(command, args, options) {
  const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  const code = await new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', done)
  })
  if (code !== 0) throw new Sentence(output.trim() || `${command} ${args.join(' ')} ended with ${code}`)
  return output
}

/** `npm run SCRIPT -w WORKSPACE` by our Node, quietly. */
export async function npmRun(script, workspace, options) {
  const npmCli = process.env.npm_execpath
  const args = ['run', '--silent', script, '-w', workspace]
  if (npmCli?.endsWith('.js')) return runQuietly([npmCli, ...args], options)
  return collect('npm', args, options)
}
