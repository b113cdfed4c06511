import type { IncomingMessage } from 'node:http'
import { HubError } from '#app/core/hub_error'

/** The bytes of a request whose body nothing has parsed. @throws E_BODY_TOO_LARGE */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  // Read to its end also where it is too long, or the sender never gets to the answer; but not for ever
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= limitBytes) chunks.push(chunk)
    else if (length > 10 * limitBytes) break
  }
  if (length > limitBytes) throw new HubError('E_BODY_TOO_LARGE', 413)
  return Buffer.concat(chunks)
}
