import { origin } from './requests.js'

interface Sent {
  body?: unknown
  headers?: Record<string, string>
  /** False: as a form on somebody else's site would send it. */
  withXsrfToken?: boolean
}

/** Keeps cookies and sends the XSRF token with every write, as the site's pages do. */
export class CookieClient {
  readonly cookies = new Map<string, string>()

  async send(method: string, path: string, { body, headers = {}, withXsrfToken = true }: Sent = {}) {
    const all: Record<string, string> = { ...headers }
    if (this.cookies.size)
      all.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (body !== undefined) all['content-type'] = 'application/json'
    const token = this.cookies.get('XSRF-TOKEN')
    if (token && withXsrfToken && method !== 'GET') all['x-xsrf-token'] = decodeURIComponent(token)
    const answer = await fetch(path.startsWith('http') ? path : origin() + path, {
      method,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
    })
    const set = answer.headers.getSetCookie()
    for (const cookie of set) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      this.cookies.set(name!, value!)
    }
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return {
      status: answer.status,
      headers: answer.headers,
      set,
      text,
      body: isJson && text ? JSON.parse(text) : null,
    }
  }

  logIn(email: string, password: string) {
    return this.send('POST', '/api/v1/auth/session', { body: { email, password } })
  }
}
