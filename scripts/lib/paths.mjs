import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Scratch of the scripts themselves (locks, test runs): never committed, may be deleted at any time. */
export const runDir = join(root, '.run')
