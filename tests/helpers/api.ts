import { setTimeout as sleep } from 'node:timers/promises'

export const demoPassword = 'demo-2026'

interface Answer {
  status: number
  headers: Headers
  // Answers are looked at by tests that say what they expect of them
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any
}

/** The public API as a script uses it: plain fetch and a bearer token. */
export class Api {
  constructor(
    readonly origin: string,
    readonly token?: string
  ) {}

  /** Signed in as one of the demo accounts: producer, editor or admin. */
  async as(name: 'producer' | 'editor' | 'admin'): Promise<Api> {
    const credentials = { email: `${name}@demo.test`, password: demoPassword, name: 'tests' }
    const { body } = await this.call('POST', '/auth/tokens', credentials)
    return new Api(this.origin, body.data.token)
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {}
  ): Promise<Answer> {
    const answer = await this.fetch(path.startsWith('http') ? path : `${this.origin}/api/v1${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null }
  }

  fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.token) headers.set('Authorization', `Bearer ${this.token}`)
    return fetch(url, { ...init, headers })
  }

  async draft(title: string): Promise<string> {
    const { body } = await this.call('POST', '/videos', { title })
    return body.data.id
  }

  /** tus creation; answers with the upload's address. */
  async createUpload(videoId: string, filename: string, sizeBytes: number): Promise<string> {
    const metadata = Object.entries({ videoId, filename })
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(',')
    const answer = await this.fetch(`${this.origin}/api/v1/uploads`, {
      method: 'POST',
      headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(sizeBytes), 'Upload-Metadata': metadata },
    })
    if (answer.status !== 201) throw new Error(`upload refused: ${answer.status} ${await answer.text()}`)
    return answer.headers.get('location')!
  }

  sendPart(location: string, offset: number, bytes: BodyInit): Promise<Response> {
    return this.fetch(location, {
      method: 'PATCH',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
      },
      body: bytes,
      duplex: 'half',
    } as RequestInit)
  }

  async offsetOf(location: string): Promise<number> {
    const answer = await this.fetch(location, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } })
    return Number(answer.headers.get('upload-offset'))
  }

  async upload(videoId: string, filename: string, bytes: Uint8Array): Promise<void> {
    const location = await this.createUpload(videoId, filename, bytes.byteLength)
    const answer = await this.sendPart(location, 0, bytes as BodyInit)
    if (answer.status !== 204) throw new Error(`upload failed: ${answer.status} ${await answer.text()}`)
  }

  async video(id: string) {
    return (await this.call('GET', `/videos/${id}`)).body.data
  }

  /** Asks until the video is as wished; fails after three minutes with what it was last. */
  async until(id: string, isAsWished: (video: { status: string; progress: number }) => boolean) {
    for (let tries = 0; tries < 900; tries++) {
      const video = await this.video(id)
      if (isAsWished(video)) return video
      await sleep(200)
    }
    throw new Error(`video ${id} stays ${JSON.stringify(await this.video(id))}`)
  }

  untilReady(id: string) {
    return this.until(id, ({ status }) => status === 'ready' || status === 'failed')
  }
}

/** Submits, approves and publishes a ready video in which nobody can be recognised. */
export async function publish(id: string, producer: Api, editor: Api): Promise<void> {
  const steps: [Api, string, string, unknown][] = [
    [producer, 'PUT', 'consent', { nobodyIdentifiable: true }],
    [producer, 'POST', 'submission', {}],
    [editor, 'POST', 'approval', {}],
    [editor, 'POST', 'publication', {}],
  ]
  for (const [api, method, step, body] of steps) {
    const answer = await api.call(method, `/videos/${id}/${step}`, body)
    if (answer.status >= 300) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
}
