import { ApiError } from '../api/api_error.js'
import type { Audience } from '../api/types.js'
import { dataOf, type Api } from '../api/client.js'
import { checkFile } from './check_file.js'
import { titleFromName } from './title_from_name.js'
import { fingerprintOf, Transfer } from './transfer.js'
import { TransferRate } from './transfer_rate.js'
import { isOnTheLine, type UploadItem } from './upload_item.js'

/** The video that the files are for, or what the drafts made for them begin with (a topic: editors only). */
export interface UploadTarget {
  videoId?: string
  topic?: string
  audience?: Audience
}

export interface QueueContext {
  api: Api
  accountId: string
  language: string
  t: (key: string) => string
}

const OVER = ['received', 'refused']

/** Files on their way, one at a time. `items` is reactive and given by whoever shows it. */
export class UploadQueue {
  #transfers = new Map<number, Transfer>()
  #rates = new Map<number, TransferRate>()
  #lastKey = 0

  constructor(
    readonly items: UploadItem[],
    private readonly context: QueueContext
  ) {}

  get accountId() {
    return this.context.accountId
  }

  /** Takes files, each for a draft of its own, or one for `videoId`. Answers the names that were there already. */
  add(files: File[], target: UploadTarget = {}): string[] {
    const known = new Set(
      this.items.filter(({ stage }) => !OVER.includes(stage)).map(({ file }) => this.#fingerprint(file))
    )
    const fresh = files.filter((file) => !known.has(this.#fingerprint(file)))
    for (const file of fresh) {
      const key = ++this.#lastKey
      this.items.push({
        key,
        file,
        title: titleFromName(file.name),
        stage: 'checking',
        refusal: null,
        problem: null,
        videoId: target.videoId ?? null,
        preset: { topic: target.topic, audience: target.audience },
        madeDraft: false,
        resumed: false,
        sentBytes: 0,
        bytesPerSecond: null,
        secondsLeft: null,
      })
      void this.#prepare(key)
    }
    return files.filter((file) => !fresh.includes(file)).map(({ name }) => name)
  }

  pause(item: UploadItem) {
    this.#rates.get(item.key)?.forget()
    Object.assign(item, { stage: 'paused', bytesPerSecond: null, secondsLeft: null })
    void this.#transfers.get(item.key)?.pause()
    this.#next()
  }

  /** Goes on with what was paused or has stopped. */
  resume(item: UploadItem) {
    item.problem = null
    if (!this.#transfers.has(item.key)) {
      item.stage = 'checking'
      void this.#prepare(item.key)
      return
    }
    item.stage = 'waiting'
    this.#next()
  }

  /** The line is back: what waits to try again does so now. */
  hurry() {
    for (const item of this.items.filter(({ stage }) => stage === 'reconnecting')) {
      this.pause(item)
      this.resume(item)
    }
  }

  /** Gives up; what the server received, and the draft that was only made for it, are removed. */
  async cancel(item: UploadItem) {
    this.remove(item)
    const transfer = this.#transfers.get(item.key)
    this.#transfers.delete(item.key)
    this.#next()
    await transfer?.cancel().catch(() => {
      // The server forgets an unfinished upload by itself after a week.
    })
    if (item.madeDraft && item.videoId) {
      await this.context.api.DELETE('/videos/{id}', { params: { path: { id: item.videoId } } })
    }
  }

  /** Takes it off the list only. */
  remove(item: UploadItem) {
    const index = this.items.findIndex(({ key }) => key === item.key)
    if (index >= 0) this.items.splice(index, 1)
  }

  async #prepare(key: number) {
    const item = this.#item(key)
    if (!item) return
    const refusal = await checkFile(item.file)
    if (refusal) return void Object.assign(item, { stage: 'refused', refusal })
    try {
      const transfer = await this.#open(item)
      item.videoId ??= (await this.#earlierDraft(item, transfer)) ?? (await this.#makeDraft(item))
      // Cancelled while it was being prepared.
      if (!this.#item(key)) return void this.cancel(item)
      item.resumed = transfer.aimAt(item.videoId).continues
      this.#transfers.set(key, transfer)
      if (item.stage === 'checking') item.stage = 'waiting'
      this.#next()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.#stop(item, { status: error.status, message: error.failures[0]?.message ?? null })
    }
  }

  #open(item: UploadItem): Promise<Transfer> {
    const rate = new TransferRate()
    this.#rates.set(item.key, rate)
    return Transfer.open({
      file: item.file,
      accountId: this.accountId,
      language: this.context.language,
      onProgress: (sentBytes) => {
        if (!isOnTheLine(item)) return
        rate.add({ atMs: performance.now(), bytes: sentBytes })
        const secondsLeft = rate.secondsLeft(item.file.size - sentBytes)
        Object.assign(item, { stage: 'sending', sentBytes, bytesPerSecond: rate.bytesPerSecond, secondsLeft })
      },
      onReconnecting: () => {
        rate.forget()
        if (isOnTheLine(item)) {
          Object.assign(item, { stage: 'reconnecting', bytesPerSecond: null, secondsLeft: null })
        }
      },
      onReceived: () => {
        Object.assign(item, { stage: 'received', sentBytes: item.file.size, secondsLeft: null })
        this.#next()
      },
      onStopped: (failure) => this.#stop(item, failure),
    })
  }

  /** The draft that an earlier sending of this file was for, if it still waits for its file. */
  async #earlierDraft(item: UploadItem, transfer: Transfer): Promise<string | null> {
    const taken = new Set(this.items.map(({ videoId }) => videoId))
    for (const id of transfer.earlierVideoIds.filter((earlier) => !taken.has(earlier))) {
      try {
        const video = await dataOf(this.context.api.GET('/videos/{id}', { params: { path: { id } } }))
        if (!video.permissions?.upload) continue
        item.title = video.title
        item.madeDraft = video.status === 'draft'
        return id
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 404) throw error
      }
    }
    return null
  }

  async #makeDraft(item: UploadItem): Promise<string> {
    const { topic, audience } = item.preset
    const body = { title: item.title, audiences: audience ? [audience] : undefined }
    const { id } = await dataOf(this.context.api.POST('/videos', { body }))
    item.madeDraft = true
    // Should the topic not arrive, the draft is still the one to go on with
    item.videoId = id
    if (topic) {
      const params = { path: { id } }
      await this.context.api.PUT('/videos/{id}/topics', { params, body: { slugs: [topic] } })
    }
    return id
  }

  #stop(item: UploadItem, { status, message }: { status: number; message: string | null }) {
    const sentence = status === 0 ? this.context.t('upload.lineLost') : message
    Object.assign(item, { stage: 'stopped', problem: sentence ?? this.context.t('upload.refusedByServer') })
    this.#next()
  }

  #next() {
    if (this.items.some(isOnTheLine)) return
    const item = this.items.find(({ stage }) => stage === 'waiting')
    if (!item) return
    item.stage = 'sending'
    this.#transfers.get(item.key)?.start()
  }

  #item = (key: number) => this.items.find((item) => item.key === key)
  #fingerprint = (file: File) => fingerprintOf(file, this.accountId)
}
