import { randomBytes, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { StorageError } from './errors.js'
import type { Storage } from './types.js'

/**
 * Does with a probe object what the application does all day: write, read a range, delete.
 * Throws E_STORAGE_CHECK_FAILED, naming the step, with the driver's error as its cause.
 */
export async function checkStorage(storage: Pick<Storage, 'put' | 'get' | 'delete' | 'head'>): Promise<void> {
  const key = `.check/${randomUUID()}.bin`
  const bytes = randomBytes(4096)
  await step('writing', () => storage.put(key, bytes))
  await step('reading a range of', async () => {
    const { stream } = await storage.get(key, { range: { start: 100, end: 299 } })
    if (!(await buffer(stream)).equals(bytes.subarray(100, 300))) throw new Error('other bytes came back')
  })
  await step('deleting', async () => {
    await storage.delete(key)
    if (await storage.head(key)) throw new Error('the object is still there')
  })
}

async function step(doing: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StorageError('E_STORAGE_CHECK_FAILED', `${doing} a probe object: ${reason}`, { cause })
  }
}
