import {
  mediaPlaylist,
  multivariantPlaylist,
  targetDuration,
  type AudioVariant,
  type TranscodedFile,
  type TranscodePlan,
  type VideoVariant,
} from '@hub/transcoder'
import type { Storage } from '@hub/storage'

interface Growing {
  initUri?: string
  codecs?: string
  segments: { uri: string; durationSeconds: number; sizeBytes: number }[]
  /** Writes of one playlist, one after the other. */
  writing: Promise<void>
  /** How many segments its playlist names; 0 while there is none to be read. */
  named: number
}

/**
 * Playlists of a tree that is still being made: EVENT playlists (RFC 8216bis, 4.4.3.5) that grow with each segment and
 * that the final ones replace. Owner and editors can watch as soon as one rung, and the sound, have begun.
 */
export class GrowingPlaylists {
  #renditions = new Map<string, Growing>()
  #plan?: TranscodePlan
  #listed = 0
  #listing = Promise.resolve()

  constructor(
    private storage: Storage,
    private prefix: string,
    private onPlayable: () => Promise<void>
  ) {}

  begin(plan: TranscodePlan) {
    this.#plan = plan
  }

  /** To be called after the file itself is in the storage. */
  async add(file: TranscodedFile): Promise<void> {
    if (!file.rendition || !this.#plan) return
    const growing = this.#rendition(file.rendition)
    const uri = file.name.slice(file.rendition.length + 1)
    if (file.kind === 'init') {
      growing.initUri = uri
      growing.codecs = file.codecs
    }
    if (file.kind !== 'segment') return
    growing.segments[file.sequence! - 1] = {
      uri,
      durationSeconds: file.durationSeconds!,
      sizeBytes: file.sizeBytes,
    }
    await this.#write(file.rendition, growing)
    // Sound waits for the picture, see `#reached`
    for (const [name, other] of this.#renditions) if (this.#isSound(name)) await this.#write(name, other)
    this.#listing = this.#listing.then(() => this.#listPlayable())
    await this.#listing
  }

  #rendition(name: string): Growing {
    const known = this.#renditions.get(name)
    if (known) return known
    const fresh: Growing = { segments: [], writing: Promise.resolve(), named: 0 }
    this.#renditions.set(name, fresh)
    return fresh
  }

  #isSound(name: string): boolean {
    return !this.#plan!.rungs.some((rung) => rung.name === name)
  }

  /**
   * The segments that may be named. Sound is made long before the picture, and browsers go on with the sound alone where
   * the picture has not come: no segment of it begins after the end of the picture that is furthest.
   */
  #reached(name: string, growing: Growing) {
    const segments = withoutGaps(growing.segments)
    const rungs = this.#plan!.rungs
    if (!this.#isSound(name) || rungs.length === 0) return segments
    const made = rungs.map((rung) => lengthOf(withoutGaps(this.#renditions.get(rung.name)?.segments ?? [])))
    const furthest = Math.max(...made)
    return segments.filter(
      (_, place) => place === 0 || lengthOf(segments.slice(0, place)) < furthest - roundedSeconds
    )
  }

  #write(name: string, growing: Growing): Promise<void> {
    growing.writing = growing.writing.then(() => this.#writeOne(name, growing))
    return growing.writing
  }

  async #writeOne(name: string, growing: Growing): Promise<void> {
    const segments = this.#reached(name, growing)
    if (segments.length === growing.named || !growing.initUri) return
    const text = mediaPlaylist({
      segments,
      targetDurationSeconds: targetDuration(segments, this.#plan!.targetDurationSeconds),
      type: 'EVENT',
      ended: false,
      initUri: growing.initUri,
    })
    await this.storage.put(`${this.prefix}${name}/media.m3u8`, text)
    growing.named = segments.length
  }

  /** A player reads the multivariant playlist once, so it is written again only when a rung joins. */
  async #listPlayable(): Promise<void> {
    const plan = this.#plan!
    const begun = (name: string) => {
      const growing = this.#renditions.get(name)
      return growing?.named ? growing : undefined
    }
    const audio = plan.audio && begun(plan.audio.name)
    if (plan.audio && !audio) return
    const rungs = plan.rungs.filter((rung) => begun(rung.name))
    if (rungs.length === 0 || rungs.length === this.#listed) return
    const isFirst = this.#listed === 0
    this.#listed = rungs.length
    const renditions: (VideoVariant | AudioVariant)[] = rungs.map((rung) => ({
      kind: 'video',
      name: rung.name,
      uri: `${rung.name}/media.m3u8`,
      codecs: begun(rung.name)!.codecs ?? 'avc1.640028',
      width: rung.width,
      height: rung.height,
      frameRate: rung.frameRate.numerator / rung.frameRate.denominator,
      // Not measured yet: the cap, which no segment may pass for long
      bandwidthBps: rung.maximumBitrateBps,
      averageBandwidthBps: rung.maximumBitrateBps,
    }))
    if (plan.audio && audio) {
      renditions.push({
        kind: 'audio',
        name: plan.audio.name,
        uri: `${plan.audio.name}/media.m3u8`,
        codecs: audio.codecs ?? 'mp4a.40.2',
        channels: plan.audio.channels,
        language: plan.audio.language,
        bandwidthBps: plan.audio.bitrateBps,
        averageBandwidthBps: plan.audio.bitrateBps,
      })
    }
    await this.storage.put(`${this.prefix}multivariant.m3u8`, multivariantPlaylist(renditions))
    if (isFirst) await this.onPlayable()
  }
}

/** Lengths of sound are those of its frames, about a fiftieth of a second each. */
const roundedSeconds = 0.02

const lengthOf = (segments: { durationSeconds: number }[]) =>
  segments.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0)

/** Segments may arrive out of order; a playlist names them only as far as none is missing. */
function withoutGaps<T>(segments: (T | undefined)[]): T[] {
  const gap = segments.findIndex((segment) => segment === undefined)
  return (gap === -1 ? segments : segments.slice(0, gap)) as T[]
}
