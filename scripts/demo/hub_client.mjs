import { createReadStream, statSync } from 'node:fs'

const CHUNK_BYTES = 4 * 1024 * 1024

/** An answer that is not 2xx, with what the API says about it. */
export class ApiError extends Error {
  constructor(method, path, status, body) {
    super(`${method} ${path} was answered with ${status}: ${body}`)
    this.status = status
  }
}

/** The public API as one account uses it. */
export class HubClient {
  constructor(origin, token) {
    this.origin = origin
    this.token = token
  }

  static async signIn(origin, email, password) {
    const { token } = await new HubClient(origin).send('POST', '/auth/tokens', {
      email,
      password,
      name: 'demo skits',
    })
    return new HubClient(origin, token)
  }

  get(path) {
    return this.#call('GET', path)
  }

  send(method, path, body) {
    return this.#call(method, path, JSON.stringify(body ?? {}), { 'Content-Type': 'application/json' })
  }

  sendText(method, path, text, type) {
    return this.#call(method, path, text, { 'Content-Type': type })
  }

  async #call(method, path, body, headers) {
    const response = await this.#request(method, `${this.origin}/api/v1${path}`, body, headers)
    return response.status === 204 ? undefined : (await response.json()).data
  }

  async #request(method, url, body, headers = {}) {
    const Authorization = this.token && { Authorization: `Bearer ${this.token}` }
    for (;;) {
      const response = await fetch(url, {
        method,
        body,
        headers: { Accept: 'application/json', ...headers, ...Authorization },
      })
      if (response.ok) return response
      const text = await response.text()
      if (response.status !== 429) throw new ApiError(method, url, response.status, text)
      await new Promise((done) => setTimeout(done, Number(response.headers.get('Retry-After') ?? 5) * 1000))
    }
  }

  /** Sends a file by tus 1.0.0 (creation, then PATCH by PATCH). */
  async upload(file, videoId, filename) {
    const size = statSync(file).size
    const metadata = Object.entries({ videoId, filename }).map(
      ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`
    )
    const tus = { 'Tus-Resumable': '1.0.0' }
    const created = await this.#request('POST', `${this.origin}/api/v1/uploads`, undefined, {
      ...tus,
      'Upload-Length': String(size),
      'Upload-Metadata': metadata.join(','),
    })
    const location = new URL(created.headers.get('Location'), created.url)
    // The address is made for browsers (APP_URL); this script stays on the one it was given
    const url = `${this.origin}${location.pathname}`
    let offset = 0
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      const headers = {
        ...tus,
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
      }
      const response = await this.#request('PATCH', url, chunk, headers)
      offset = Number(response.headers.get('Upload-Offset'))
    }
  }
}
