import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { segmentFile } from './arguments/hls_output.js'
import { type InitFacts, readInitSegment } from './boxes/init_segment.js'
import { readMediaSegment } from './boxes/media_segment.js'
import { TranscodeError } from './failures.js'
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
  firstSampleEndBytes: number
}

/**
 * One rendition while ffmpeg makes it: finds what is finished, reads it, hands it on once. Its first
 * segments may come from a head start, a second folder with the same boundaries.
 */
export class RenditionFolder {
  readonly name: string
  readonly folders: string[]
  segments: FinishedSegment[] = []
  init: (InitFacts & { bytes: Buffer }) | null = null
  readonly #root: string
  readonly #contentType: string
  readonly #offer: (file: TranscodedFile) => void
  readonly #checked = new Set<string>()
  #scanning: Promise<void> | null = null

  constructor(
    root: string,
    rendition: { name: string; kind: 'video' | 'audio'; headFolder?: string },
    offer: (file: TranscodedFile) => void
  ) {
    this.#root = root
    this.name = rendition.name
    this.folders = [rendition.name, ...(rendition.headFolder ? [rendition.headFolder] : [])]
    this.#contentType = `${rendition.kind}/mp4`
    this.#offer = offer
  }

  /** Takes up every segment that has got its final name since the last scan; one scan at a time. */
  async scan(): Promise<void> {
    this.#scanning ??= this.#scan().finally(() => (this.#scanning = null))
    await this.#scanning
  }

  /** Forgets, and removes, what is there: it will be made anew under the same names. */
  async begin(): Promise<void> {
    await this.#scanning
    for (const folder of this.folders) {
      await rm(join(this.#root, folder), { recursive: true })
      await mkdir(join(this.#root, folder))
    }
    this.segments = []
    this.init = null
    this.#checked.clear()
  }

  async #scan() {
    const present = await Promise.all(
      this.folders.map(async (folder) => ({
        folder,
        names: new Set(await readdir(join(this.#root, folder))),
      }))
    )
    for (;;) {
      const uri = segmentUri(this.segments.length + 1)
      const place = present.find(({ names }) => names.has(uri))
      if (!place) return
      // The muxer writes the init segment before it names the first media segment.
      if (!this.#checked.has(place.folder)) await this.#takeInit(place.folder)
      await this.#takeSegment(place.folder, uri)
    }
  }

  async #takeInit(folder: string) {
    const path = join(this.#root, folder, segmentFile.init)
    const bytes = await readFile(path)
    this.#checked.add(folder)
    // x264's headers do not depend on the content, so that two encodes share one init segment.
    if (this.init && !bytes.equals(this.init.bytes)) {
      throw new TranscodeError('E_OUTPUT_INVALID', `${folder} does not fit the beginning of ${this.name}`)
    }
    if (this.init) return
    this.init = { bytes, ...readInitSegment(bytes) }
    this.#offer({
      name: `${this.name}/${segmentFile.init}`,
      path,
      contentType: this.#contentType,
      kind: 'init',
      rendition: this.name,
      sizeBytes: bytes.length,
      codecs: this.init.codecs,
    })
  }

  async #takeSegment(folder: string, uri: string) {
    const name = `${this.name}/${uri}`
    const path = join(this.#root, folder, uri)
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
