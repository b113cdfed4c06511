import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Assert } from '@japa/assert'
import { isStorageError, type ObjectInfo, type Storage, type StorageErrorCode } from '@hub/storage'

/** What a driver must bring along to be put through the contract. */
export interface ContractTarget {
  name: string
  /** Ready for use, and the same store every time. */
  storage(): Storage
  setup(): Promise<void>
  teardown(): Promise<void>
  /** Settings for a second process. */
  config(): object
  /** Temporary files, or open multipart uploads. */
  unfinishedCount(): Promise<number>
  /** Puts an object into the store behind the driver's back. */
  plant(name: string): Promise<void>
}

export const MiB = 1024 * 1024

/** A folder of its own for each test, so that tests of one store do not see each other. */
export const newFolder = () => `t/${randomUUID()}/`

export async function read(storage: Storage, key: string): Promise<Buffer> {
  return buffer((await storage.get(key)).stream)
}

export async function listed(storage: Storage, prefix: string): Promise<ObjectInfo[]> {
  const infos: ObjectInfo[] = []
  for await (const info of storage.list(prefix)) infos.push(info)
  return infos
}

export async function keysOf(storage: Storage, prefix: string): Promise<string[]> {
  return (await listed(storage, prefix)).map(({ key }) => key.slice(prefix.length))
}

/** The error of a call that must fail with this code. */
export async function failure(assert: Assert, code: StorageErrorCode, act: () => Promise<unknown>) {
  try {
    await act()
  } catch (error) {
    if (isStorageError(error, code)) return error
    throw error
  }
  return assert.fail(`expected ${code}, but nothing was thrown`)
}

/** So many mebibytes of one byte value, then `end` decides: stop, fail or hang. */
export function sourceOf(
  mebibytes: number,
  value: number,
  end: () => Promise<void> | void = () => {}
): Readable {
  async function* chunks() {
    for (let i = 0; i < mebibytes * 4; i++) yield Buffer.alloc(MiB / 4, value)
    await end()
  }
  return Readable.from(chunks(), { objectMode: false })
}

/** Whether the bytes are of one writer only. */
export function isUniform(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === bytes[0])
}
