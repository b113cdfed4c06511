import { createHash } from 'node:crypto'
import type User from '#app/accounts/user'
import { storage } from '#app/core/media_storage'
import type Video from '#app/videos/video'
import { origin, tokenOf } from './requests.js'

interface Creation {
  videoId?: string
  size?: number
  filename?: string
  /** Sent with the creation. An empty value takes a header away. */
  body?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

const octets = { 'content-type': 'application/offset+octet-stream' }

/** tus 1.0.0 by hand, so that each header can be got wrong. */
export class Tus {
  #ids: string[] = []

  private constructor(private token: string | null) {}

  static async for(user: User | null): Promise<Tus> {
    return new Tus(user && (await tokenOf(user)))
  }

  static checksum(algorithm: string, text: string): string {
    return `${algorithm} ${createHash(algorithm).update(text).digest('base64')}`
  }

  async create({ videoId, size = 10, filename = 'a.mp4', body, headers }: Creation) {
    const metadata = Object.entries({ videoId, filename })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key} ${Buffer.from(value!).toString('base64')}`)
    const sent = {
      'upload-length': String(size),
      'upload-metadata': metadata.join(','),
      ...(body ? octets : {}),
      ...headers,
    }
    const answer = await this.#ask('POST', `${origin()}/api/v1/uploads`, sent, body)
    const location = answer.headers.get('location')
    if (location) this.#ids.push(location.split('/').at(-1)!)
    return answer
  }

  async begin(video: Video, size: number): Promise<string> {
    return (await this.create({ videoId: video.id, size })).headers.get('location')!
  }

  send(location: string, offset: number, body: string, headers: Record<string, string> = {}) {
    return this.#ask('PATCH', location, { ...octets, 'upload-offset': String(offset), ...headers }, body)
  }

  head(location: string) {
    return this.#ask('HEAD', location)
  }

  end(location: string) {
    return this.#ask('DELETE', location)
  }

  announcement() {
    return this.#ask('OPTIONS', `${origin()}/api/v1/uploads`)
  }

  async offset(location: string): Promise<number> {
    return Number((await this.head(location)).headers.get('upload-offset') ?? NaN)
  }

  async video(id: string) {
    return (await this.#ask('GET', `${origin()}/api/v1/videos/${id}`)).body.data
  }

  /** Deletes what was sent: the storage, unlike the database, is not rolled back. */
  async forget() {
    for (const id of this.#ids) {
      for (const name of [id, `${id}.json`, `${id}.info`, `${id}.part`])
        await storage.delete(`uploads/${name}`)
    }
  }

  async #ask(method: string, url: string, headers: Record<string, string> = {}, body?: Creation['body']) {
    const all = new Headers({ 'tus-resumable': '1.0.0', ...headers })
    for (const [name, value] of Object.entries(headers)) if (value === '') all.delete(name)
    if (this.token) all.set('authorization', `Bearer ${this.token}`)
    const answer = await fetch(url, { method, headers: all, body })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, headers: answer.headers, body: isJson && text ? JSON.parse(text) : null }
  }
}
