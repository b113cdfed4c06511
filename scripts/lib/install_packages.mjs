import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { hashFiles } from './hash_files.mjs'
import { withLock } from './lock.mjs'
import { root, runDir } from './paths.mjs'

const stamp = join(root, 'node_modules', '.installed')

/** Brings node_modules to what package-lock.json says, where it is not; a second start meanwhile waits. */
export async function installPackages() {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const manifests = ['package.json', 'package-lock.json', ...workspaces.map((name) => `${name}/package.json`)]
  const wanted = hashFiles(manifests, `${process.platform} ${process.arch}`)
  if (isInstalled(wanted)) return
  if (npmInstalledTheLock()) return writeFileSync(stamp, wanted)
  const waiting = () => console.log('Another start is installing the npm packages: waiting for it.')
  await withLock(join(runDir, 'install.lock'), () => install(wanted), waiting)
}

function isInstalled(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** Somebody's own `npm install` counts as well: npm writes down what it has put into node_modules. */
function npmInstalledTheLock() {
  const written = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(written)) return false
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const there = packages(written)
  const locked = Object.entries(packages(join(root, 'package-lock.json'))).filter(([path]) =>
    path.startsWith('node_modules/')
  )
  return locked.every(([path, { version, optional }]) =>
    there[path] ? there[path].version === version : optional
  )
}

async function install(wanted) {
  if (isInstalled(wanted)) return
  console.log('Installing the npm packages into node_modules (about a minute the first time).')
  await npm(['ci', '--include=dev', '--include=optional', '--no-progress', '--loglevel=error'])
  writeFileSync(stamp, wanted)
}

function npm(args) {
  const npmCli = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined
  const [command, ...before] = npmCli ? [process.execPath, npmCli] : ['npm']
  const options = {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !npmCli && process.platform === 'win32',
  }
  return new Promise((done, failed) => {
    const child = spawn(command, [...before, ...args], options)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    // Half an installation has no stamp: the next start does it again
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal))
    child.on('error', (error) => failed(new Error(`npm could not be started (${error.message}).`)))
    child.on('exit', (code) => {
      if (code === 0) return done()
      failed(
        new Error(`${output.trim()}\nThe npm packages could not be installed (npm ci ended with ${code}).`)
      )
    })
  })
}

/** Without a home to write in, npm would put its cache into the current folder or fail. */
function environment() {
  const env = { ...process.env }
  for (const name of ['npm_config_omit', 'npm_config_global', 'npm_config_dry_run']) delete env[name]
  if (!hasHome()) env.npm_config_cache = join(runDir, 'npm-cache')
  return env
}

function hasHome() {
  try {
    accessSync(homedir(), constants.W_OK)
    return true
  } catch {
    return false
  }
}
