import type { Readable } from 'node:stream'
import { StorageError, throwIfAborted } from './errors.js'
import type { PutOptions } from './types.js'

/**
 * The bytes of a put, chunk by chunk, with every fault of the source already told apart from a fault of the
 * store: E_SOURCE_FAILED, E_SIZE_MISMATCH or E_ABORTED.
 */
export async function* readSource(
  key: string,
  body: Readable | Uint8Array | string,
  { sizeBytes, signal }: PutOptions = {}
): AsyncGenerator<Uint8Array, void, void> {
  let count = 0
  for await (const chunk of chunksOf(key, body, signal)) {
    count += chunk.byteLength
    if (sizeBytes !== undefined && count > sizeBytes) checkSize(key, sizeBytes, count)
    yield chunk
  }
  throwIfAborted(signal, key)
  checkSize(key, sizeBytes, count)
}

/**
 * Runs a put that takes over its source: whatever happens, even before the first read, the source is closed
 * afterwards, and its error reaches the caller through the put and not as an unhandled event.
 */
export async function takingOver<T>(body: Readable | Uint8Array | string, act: () => Promise<T>): Promise<T> {
  if (typeof body === 'string' || body instanceof Uint8Array) return act()
  body.on('error', () => {}) // kept by the stream: reading it throws this error
  try {
    return await act()
  } finally {
    body.destroy()
  }
}

async function* chunksOf(key: string, body: Readable | Uint8Array | string, signal?: AbortSignal) {
  throwIfAborted(signal, key)
  if (typeof body === 'string' || body instanceof Uint8Array) {
    yield bytesOf(body)
    return
  }
  // an exhausted stream ends at once without an error, and would leave an empty object
  if (body.readableEnded) throw new StorageError('E_SOURCE_FAILED', `${key}, the stream has been read before`)
  let interrupt = () => {}
  const onAbort = () => interrupt()
  signal?.addEventListener('abort', onAbort, { once: true })
  const chunks = body[Symbol.asyncIterator]()
  try {
    for (;;) {
      throwIfAborted(signal, key)
      // not left to the stream: one made from a generator that hangs cannot even be destroyed
      const next = new Promise<IteratorResult<Uint8Array | string>>((resolve, reject) => {
        interrupt = () => reject(signal?.reason)
        chunks.next().then(resolve, reject)
      })
      const { value, done } = await next.catch((cause: unknown) => {
        throwIfAborted(signal, key)
        throw new StorageError('E_SOURCE_FAILED', key, { cause })
      })
      if (done) return
      yield bytesOf(value)
    }
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

function bytesOf(chunk: Uint8Array | string): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

/** E_SIZE_MISMATCH when a size was announced and another one came. */
export function checkSize(key: string, announced: number | undefined, delivered: number): void {
  if (announced === undefined || announced === delivered) return
  const detail = `${key}, announced ${announced} bytes, delivered ${delivered}`
  throw new StorageError('E_SIZE_MISMATCH', detail)
}
