import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './paths.mjs'

const SKIPPED = new Set(['node_modules', 'dist'])

/** One hash over names and contents of the files and folders (paths from the repository's root). */
export function hashFiles(paths, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const file of paths.flatMap((path) => filesBelow(join(root, path))).sort()) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    return entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]
  })
}
