import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { IncomingMessage, ServerResponse } from 'node:http'
import app from '@adonisjs/core/services/app'

const frontend = resolve(import.meta.dirname, '../../../frontend')

export interface PageRequest {
  url: string
  language: 'vi' | 'en'
  origin: string
  fetch: typeof fetch
  nonce: string
}

export type PageAnswer =
  { status: number; headers: Record<string, string>; body: string } | { redirect: string; status: number }

type Render = (request: PageRequest, template: string) => Promise<PageAnswer>
type Next = () => void

/** The site's pages: rendered by the frontend's server bundle, or while developing by its sources. */
export interface PageRenderer {
  render(request: PageRequest): Promise<PageAnswer>
  /** Answers what is a file of the frontend's; calls `next` where it is not. */
  serveFile(request: IncomingMessage, response: ServerResponse, next: Next): void
}

let renderer: Promise<PageRenderer> | undefined

export function pageRenderer(): Promise<PageRenderer> {
  renderer ??= (app.inDev ? openDevelopment() : openBuilt()).catch((error) => {
    // Not built yet, perhaps: the next visitor may have more luck
    renderer = undefined
    throw error
  })
  return renderer
}

async function openBuilt(): Promise<PageRenderer> {
  const { default: sirv } = await import('sirv')
  const client = join(frontend, 'dist/client')
  const template = await readFile(join(client, 'index.html'), 'utf8')
  const { render } = (await import(pathToFileURL(join(frontend, 'dist/server/entry_server.js')).href)) as {
    render: Render
  }
  const files = sirv(client, {
    // Looks at the disk each time: with a list made at the start, a file that an upgrade has removed since would
    // end the process
    dev: true,
    brotli: true,
    gzip: true,
    etag: true,
    // Pages are rendered; only files with a hash in their name may be kept for ever
    ignores: [/^\/index\.html/],
    setHeaders(response, path) {
      const immutable = path.startsWith('/assets/')
      response.setHeader(
        'Cache-Control',
        // A browser must learn of a new service worker at once
        immutable ? 'public, max-age=31536000, immutable' : `public, max-age=${path === '/sw.js' ? 0 : 3600}`
      )
      // Scripts and fonts of the player in a sandboxed frame, whose origin is nobody's; and elements for other sites
      response.setHeader('Access-Control-Allow-Origin', '*')
    },
  })
  return { render: (request) => render(request, template), serveFile: files as PageRenderer['serveFile'] }
}

async function openDevelopment(): Promise<PageRenderer> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: join(frontend, 'vite.config.ts'),
    root: frontend,
    appType: 'custom',
    server: { middlewareMode: true },
  })
  app.terminating(() => vite.close())
  return {
    async render(request) {
      const source = await readFile(join(frontend, 'index.html'), 'utf8')
      const template = await vite.transformIndexHtml(request.url, source)
      const { render } = (await vite.ssrLoadModule('/src/entry_server.ts')) as { render: Render }
      return render(request, template)
    },
    serveFile: (request, response, next) => vite.middlewares(request, response, next),
  }
}
