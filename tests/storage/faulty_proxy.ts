import { createServer, connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'

/** A way to a server that drops every connection once so many bytes of answers have come through it. */
export async function faultyProxy(endpoint: string, cutAfterBytes: number) {
  const { hostname, port } = new URL(endpoint)
  let limitBytes = cutAfterBytes
  let cuts = 0
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    let seenBytes = 0
    client.pipe(upstream)
    upstream.on('data', (chunk) => {
      seenBytes += chunk.length
      if (!client.write(chunk)) {
        upstream.pause()
        client.once('drain', () => upstream.resume())
      }
      if (seenBytes < limitBytes || client.destroyed) return
      cuts++
      client.destroySoon()
      upstream.destroy()
    })
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroySoon())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    cutAfter: (bytes: number) => void (limitBytes = bytes),
    close: () => void server.close(),
  }
}
