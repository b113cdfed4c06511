import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir } from './environment.mjs'
import { Sentence } from './sentence.mjs'

/** Makes DATA_DIR where it is missing and makes sure that it can be written. */
export function openDataDir() {
  const path = dataDir()
  const probe = join(path, `.writable-${process.pid}`)
  try {
    mkdirSync(path, { recursive: true, mode: 0o750 })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    throw new Sentence(`DATA_DIR: nothing can be written into ${path} (${cause.code ?? cause.message}).`, {
      cause,
    })
  }
  return path
}

/** A first start finds no data directory, or an empty one. */
export function isFirstStart() {
  const path = dataDir()
  return !existsSync(path) || readdirSync(path).length === 0
}

/** Reads a small JSON file of DATA_DIR; undefined where it does not exist. */
export function readNote(name) {
  const file = join(dataDir(), name)
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Sentence(`${file} is damaged (${cause.message}): delete it and start again.`, { cause })
  }
}

export function writeNote(name, value) {
  const file = join(dataDir(), name)
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(value, null, 2)}\n`)
  renameSync(`${file}.${process.pid}`, file)
}
