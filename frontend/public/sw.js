/**
 * The site without a line: the last public pages, the files they are made of, and a page that says what is the matter.
 * Pages come from the server while it can be reached, and are kept only where it says that nobody's account is in
 * them (`X-Keep-Offline`). The player for other sites, media and everything of accounts pass by untouched.
 */
const VERSION = 'v1'
const LIMITS = { pages: 30, files: 120, answers: 60, pictures: 60 }
const nameOf = (kind) => `hub-${VERSION}-${kind}`
const OFFLINE = '/offline.html'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(nameOf('files'))
      .then((files) => files.addAll([OFFLINE, '/favicon.svg']))
      .then(keepStart)
      .then(() => self.skipWaiting())
  )
})

/** The page that an installed site opens with; without cookies, for it may have been somebody's. */
async function keepStart() {
  const start = new Request('/', { credentials: 'omit' })
  const answer = await fetch(start)
  if (answer.ok && answer.headers.has('x-keep-offline')) await keep('pages', start, answer)
}

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOld().then(() => self.clients.claim()))
})

async function removeOld() {
  const current = Object.keys(LIMITS).map(nameOf)
  const names = (await caches.keys()).filter((name) => name.startsWith('hub-') && !current.includes(name))
  await Promise.all(names.map((name) => caches.delete(name)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/nhung/'))
    return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (/^\/assets\//.test(url.pathname)) event.respondWith(file(event))
  else if (/^\/api\/v1\/(videos|topics|laws|agencies|site)(\/|$)/.test(url.pathname) && !isMedia(url))
    event.respondWith(answer(event))
  else if (request.destination === 'image' && /^\/media\/.*\.jpg$/.test(url.pathname))
    event.respondWith(picture(event))
})

const isMedia = ({ pathname }) => /\/(media|captions)\//.test(pathname)

/** From the server; what was kept where it cannot be reached. */
async function page(event) {
  try {
    const fresh = await fetch(event.request)
    if (fresh.ok && fresh.headers.has('x-keep-offline'))
      event.waitUntil(keep('pages', event.request, fresh.clone()))
    return fresh
  } catch {
    const pages = await caches.open(nameOf('pages'))
    return (await pages.match(event.request)) ?? (await offlinePage(pages))
  }
}

/** A name with a hash never changes its content. */
async function file(event) {
  const kept = await caches.match(event.request)
  if (kept) return kept
  const fresh = await fetch(event.request)
  if (fresh.ok) event.waitUntil(keep('files', event.request, fresh.clone()))
  return fresh
}

/** Public answers of the API, for pages that are made in the browser. What was answered to an account says no-store. */
async function answer(event) {
  try {
    const fresh = await fetch(event.request)
    const isPrivate = /no-store|private/.test(fresh.headers.get('cache-control') ?? '')
    if (fresh.ok && !isPrivate) event.waitUntil(keep('answers', event.request, fresh.clone()))
    return fresh
  } catch (error) {
    const kept = await (await caches.open(nameOf('answers'))).match(event.request)
    if (kept) return kept
    throw error
  }
}

async function picture(event) {
  try {
    const fresh = await fetch(event.request)
    // 200 only: what is not readable here has a size that nobody knows
    if (fresh.ok && fresh.type !== 'opaque') event.waitUntil(keep('pictures', event.request, fresh.clone()))
    return fresh
  } catch (error) {
    const kept = await (await caches.open(nameOf('pictures'))).match(event.request)
    if (kept) return kept
    throw error
  }
}

/** The last of each kind; the oldest make room. */
async function keep(kind, request, response) {
  const cache = await caches.open(nameOf(kind))
  await cache.delete(request)
  await cache.put(request, response)
  const keys = (await cache.keys()).filter(({ url }) => !url.endsWith(OFFLINE))
  await Promise.all(keys.slice(0, Math.max(0, keys.length - LIMITS[kind])).map((key) => cache.delete(key)))
}

/** With links to the pages that were kept, the last first. */
async function offlinePage(pages) {
  const template = await (await caches.match(OFFLINE)).text()
  const links = []
  for (const request of (await pages.keys()).reverse()) {
    const html = await (await pages.match(request)).text()
    // Between its tags a title is escaped already
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? request.url
    const { pathname, search } = new URL(request.url)
    links.push(
      `<li><a href="${(pathname + search).replaceAll('&', '&amp;').replaceAll('"', '%22')}">${title}</a></li>`
    )
  }
  const body = template.replace('<!--pages-->', () => links.join(''))
  return new Response(body, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
    },
  })
}
