import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** The pages are the frontend's; it is built where it is not yet. */
export function buildFrontend() {
  if (existsSync(resolve(root, 'frontend/dist/server/entry_server.js'))) return
  execFileSync('npm', ['run', 'build', '-w', 'frontend'], { cwd: root, stdio: 'ignore' })
}
