import { mkdir } from 'node:fs/promises'
import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { storyboardFolder } from './arguments/storyboard.js'
import { headFolder } from './arguments/video.js'
import { join } from 'node:path'
import { TranscodeError } from './failures.js'
import type { FileOutlet } from './file_outlet.js'
import { soundOf, type TranscodePlan } from './plan.js'
import { RenditionFolder } from './rendition_folder.js'
import type { TranscodedFile } from './result.js'

/** Where the system's own notices do not come (network disks), a look is taken this often. */
const pollMilliseconds = 500
const beginMilliseconds = 20

/** Watches all renditions' folders while they are being filled. */
export class FolderWatch {
  readonly folders: Map<string, RenditionFolder>
  readonly #root: string
  readonly #offer: (file: TranscodedFile) => void
  readonly #watchers: FSWatcher[] = []
  #stopped = false
  readonly #timer: NodeJS.Timeout
  readonly #onFailure: (cause: unknown) => void

  private constructor(
    root: string,
    offer: (file: TranscodedFile) => void,
    onFailure: (cause: unknown) => void
  ) {
    this.#root = root
    this.#offer = offer
    this.#onFailure = onFailure
    this.folders = new Map()
    this.#timer = setInterval(() => this.folders.forEach((folder) => this.#look(folder)), pollMilliseconds)
  }

  /** Makes the folders and begins. `limitBytes` bounds all that ffmpeg may make of one source. */
  static async start(
    root: string,
    plan: TranscodePlan,
    outlet: FileOutlet,
    options: { limitBytes: number; hasHead: boolean; onFailure(cause: unknown): void }
  ): Promise<FolderWatch> {
    let total = 0
    const offer = (file: TranscodedFile) => {
      total += file.sizeBytes
      if (total > options.limitBytes) {
        throw new TranscodeError('E_OUTPUT_TOO_LARGE', `more than ${options.limitBytes} bytes were made`)
      }
      outlet.offer(file)
    }
    const renditions = [
      ...plan.rungs.map(({ name }, index) => ({
        name,
        kind: 'video' as const,
        ...(options.hasHead && index === plan.rungs.length - 1 ? { headFolder } : {}),
      })),
      ...soundOf(plan).map(({ name }) => ({ name, kind: 'audio' as const })),
    ]
    if (plan.storyboard) await mkdir(join(root, storyboardFolder), { recursive: true })
    const watch = new FolderWatch(root, offer, options.onFailure)
    for (const rendition of renditions) await watch.#add(rendition)
    return watch
  }

  /** One more rendition, which takes the place of another. */
  async addSound(name: string): Promise<void> {
    await this.#add({ name, kind: 'audio' })
  }

  async #add(rendition: { name: string; kind: 'video' | 'audio'; headFolder?: string }) {
    const folder = new RenditionFolder(this.#root, rendition, this.#offer)
    for (const name of folder.folders) {
      await mkdir(join(this.#root, name), { recursive: true })
      this.#watchers.push(
        watchFolder(join(this.#root, name), (event) => {
          if (event === 'rename') this.#look(folder)
        })
      )
    }
    this.folders.set(folder.name, folder)
  }

  /** The encoders have ended: what is there now is all. */
  async finish(): Promise<void> {
    this.stop()
    // A scan that was already under way may have listed its folder too early.
    for (const folder of this.folders.values()) await folder.scan()
    for (const folder of this.folders.values()) await folder.scan()
  }

  durationOf(name: string): number {
    return this.folders.get(name)?.segments.reduce((sum, segment) => sum + segment.durationSeconds, 0) ?? 0
  }

  /** Resolves when this rendition has its first segment, or none will come any more. */
  async hasBegun(name: string, signal: AbortSignal): Promise<void> {
    while (!this.#stopped && !signal.aborted && this.folders.get(name)?.segments.length === 0) {
      await wait(beginMilliseconds, undefined, { ref: false })
    }
  }

  stop() {
    this.#stopped = true
    clearInterval(this.#timer)
    for (const watcher of this.#watchers) watcher.close()
  }

  #look(folder: RenditionFolder) {
    folder.scan().catch(this.#onFailure)
  }
}
