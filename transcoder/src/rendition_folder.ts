import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { segmentFile } from './arguments/hls_output.js'
import { type InitFacts, readInitSegment } from './boxes/init_segment.js'
import { readMediaSegment } from './boxes/media_segment.js'
import type { TranscodedFile } from './result.js'

export interface FinishedSegment {
  name: string
  uri: string
  path: string
  sequence: number
  sizeBytes: number
  startSeconds: number
  durationSeconds: number
  sampleCount: number
}

/** One rendition's folder while ffmpeg fills it: finds what is finished, reads it, hands it on once. */
export class RenditionFolder {
  readonly name: string
  readonly segments: FinishedSegment[] = []
  init: (InitFacts & { bytes: Buffer }) | null = null
  readonly #root: string
  readonly #contentType: string
  readonly #offer: (file: TranscodedFile) => void
  #scanning: Promise<void> | null = null

  constructor(
    root: string,
    rendition: { name: string; kind: 'video' | 'audio' },
    offer: (file: TranscodedFile) => void
  ) {
    this.#root = root
    this.name = rendition.name
    this.#contentType = `${rendition.kind}/mp4`
    this.#offer = offer
  }

  get path() {
    return join(this.#root, this.name)
  }

  get initPath() {
    return join(this.path, segmentFile.init)
  }

  /** Takes up every segment that has got its final name since the last scan; one scan at a time. */
  async scan(): Promise<void> {
    this.#scanning ??= this.#scan().finally(() => (this.#scanning = null))
    await this.#scanning
  }

  async #scan() {
    const present = new Set(await readdir(this.path))
    for (;;) {
      const uri = segmentUri(this.segments.length + 1)
      if (!present.has(uri)) return
      // The muxer writes the init segment before it names the first media segment.
      if (!this.init) await this.#takeInit()
      await this.#takeSegment(uri)
    }
  }

  async #takeInit() {
    const bytes = await readFile(this.initPath)
    this.init = { bytes, ...readInitSegment(bytes) }
    this.#offer({
      name: `${this.name}/${segmentFile.init}`,
      path: this.initPath,
      contentType: this.#contentType,
      kind: 'init',
      rendition: this.name,
      sizeBytes: bytes.length,
      codecs: this.init.codecs,
    })
  }

  async #takeSegment(uri: string) {
    const name = `${this.name}/${uri}`
    const path = join(this.#root, name)
    const bytes = await readFile(path)
    const sequence = this.segments.length + 1
    const facts = readMediaSegment(bytes, this.init!.timescale)
    this.segments.push({ name, uri, path, sequence, sizeBytes: bytes.length, ...facts })
    this.#offer({
      name,
      path,
      contentType: this.#contentType,
      kind: 'segment',
      rendition: this.name,
      sequence,
      durationSeconds: facts.durationSeconds,
      sizeBytes: bytes.length,
    })
  }
}

export function segmentUri(sequence: number): string {
  return `seg-${String(sequence).padStart(5, '0')}.m4s`
}
