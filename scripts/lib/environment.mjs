import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './paths.mjs'

export const backendDir = join(root, 'backend')

/** Settings may also stand in a file `.env` at the root; what the environment already has wins. */
export function loadEnvironment() {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** Absolute path of DATA_DIR, as the application understands it: relative to the repository's root. */
export function dataDir() {
  return resolve(root, process.env.DATA_DIR || 'data')
}
