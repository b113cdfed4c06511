import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ReadFile } from './hls_check/rendition.js'

const types: Record<string, string> = {
  m3u8: 'application/vnd.apple.mpegurl',
  mp4: 'video/mp4',
  m4s: 'video/mp4',
  vtt: 'text/vtt',
}
const page = '<!doctype html><title>player</title><video muted playsinline></video>'

export interface TreeServer {
  origin: string
  stop(): Promise<void>
}

/** Serves an empty page with a video element, and a tree below /tree/: what a player needs, and nothing of the hub. */
export async function serveTree(read: ReadFile): Promise<TreeServer> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname
    if (path === '/') return response.setHeader('Content-Type', 'text/html').end(page)
    const name = path.replace('/tree/', '')
    const bytes = await read(name).catch(() => null)
    if (!bytes) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
    response.setHeader('Content-Type', types[name.split('.').pop()!] ?? 'application/octet-stream')
    return response.end(bytes)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise((stopped) => server.close(() => stopped()))
    },
  }
}
