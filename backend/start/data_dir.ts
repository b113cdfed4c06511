import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { EnvironmentError } from './environment_error.js'

const repositoryRoot = resolve(import.meta.dirname, '../..')

/** Absolute path of `DATA_DIR`, which is made when it is missing. Relative paths count from the repository's root. */
export function openDataDir(value = process.env.DATA_DIR || 'data'): string {
  const path = resolve(repositoryRoot, value)
  try {
    mkdirSync(path, { recursive: true, mode: 0o750 })
  } catch (cause) {
    throw new EnvironmentError(`DATA_DIR: cannot make or open ${path} (${(cause as Error).message})`)
  }
  return path
}

/** The secret that signs cookies: made on the first start, then kept in DATA_DIR and nowhere else. */
export function readOrMakeAppKey(dataDir: string): string {
  const file = join(dataDir, 'secrets.json')
  const fresh = JSON.stringify({ appKey: randomBytes(32).toString('base64url') }, null, 2)
  try {
    // 'wx' fails where the file exists: of two processes that start together, one makes it
    writeFileSync(file, `${fresh}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const { appKey } = JSON.parse(readFileSync(file, 'utf8')) as { appKey?: string }
  if (!appKey) throw new EnvironmentError(`${file} has no "appKey": restore it from a backup`)
  return appKey
}
