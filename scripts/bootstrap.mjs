/**
 * `node scripts/bootstrap.mjs SCRIPT args…`: installs the npm packages where they are missing or out of date,
 * then runs scripts/SCRIPT with the Node that the packages bring. Runs on the host's Node (18 or newer), so it
 * and what it imports use nothing but Node's own modules.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from './lib/paths.mjs'
import { installPackages } from './lib/install_packages.mjs'
import { findNode } from './lib/find_node.mjs'
import { stopWithParent } from './lib/stop_with_parent.mjs'

const [script, ...args] = process.argv.slice(2)

try {
  await installPackages()
  run(findNode())
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

function run(node) {
  const child = spawn(node, [join(root, 'scripts', script), ...args], {
    stdio: 'inherit',
    env: environment(node),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithParent()
  child.on('error', (error) => {
    console.error(`Node could not be started (${error.message}).`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/** npm leaves pointers to the host's Node behind: whatever runs `node` or `npm` below must get ours. */
function environment(node) {
  const PATH = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH]
    .filter(Boolean)
    .join(delimiter)
  return { ...process.env, PATH, NODE: node, npm_node_execpath: node }
}
