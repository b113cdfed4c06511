import { createHash, randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentTypeOf } from '../content_type.js'
import { unlessMissing } from './disk_errors.js'
import type { DiskPaths } from './disk_paths.js'

/** Same inode, length and time of writing: the same bytes, since stored files are only ever replaced. */
export function etagOf({ ino, size, mtimeMs }: Stats): string {
  return `"${ino.toString(36)}-${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}"`
}

/**
 * Content types that the extension does not tell: beside the objects, one small file for each key and etag. So a
 * reader between two writers never sees the type of one with the bytes of the other, whoever comes last.
 */
export class DiskTypes {
  constructor(private readonly paths: DiskPaths) {}

  async read(key: string, etag: string): Promise<string> {
    return (await unlessMissing(readFile(this.#file(key, etag), 'utf8'))) ?? contentTypeOf(key)
  }

  /** Called before the object appears under its key. */
  async write(key: string, etag: string, contentType: string | undefined): Promise<void> {
    if (contentType === undefined || contentType === contentTypeOf(key)) return
    const temporary = join(this.paths.temporary, randomUUID())
    await writeFile(temporary, contentType)
    await rename(temporary, this.#file(key, etag))
  }

  /** Called when the object is gone. Of two puts at the same moment the loser's small file may stay. */
  async forget(key: string, etag: string): Promise<void> {
    await rm(this.#file(key, etag), { force: true })
  }

  #file(key: string, etag: string): string {
    return join(this.paths.types, createHash('sha256').update(`${key}\n${etag}`).digest('hex'))
  }
}
