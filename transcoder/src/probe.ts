import { stat } from 'node:fs/promises'
import { packetArguments, probeArguments } from './arguments/probe.js'
import { TranscodeError } from './failures.js'
import { runFfprobe } from './ffmpeg.js'
import { limits } from './limits.js'
import { packetsToRead, refineProbe } from './packet_reading.js'
import { readProbe } from './probe_reading.js'
import type { SourceProbe } from './source_probe.js'

/**
 * Asks ffprobe what a file holds, through the demuxer and protocol allow-lists.
 *
 * @throws TranscodeError `E_SOURCE_UNREADABLE`, `E_SOURCE_EMPTY`, `E_SOURCE_NOT_MEDIA`,
 *   `E_SOURCE_TOO_LARGE`, `E_SOURCE_TOO_LONG`, `E_SOURCE_TOO_MANY_STREAMS`, `E_CANCELLED`
 */
export async function probe(path: string, options: { signal?: AbortSignal } = {}): Promise<SourceProbe> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new TranscodeError('E_SOURCE_UNREADABLE', 'the source file cannot be read', { cause })
  })
  if (size === 0) throw new TranscodeError('E_SOURCE_EMPTY', 'the source has no bytes')

  const text = await runFfprobe(probeArguments(path), options)
  const source = readProbe(JSON.parse(text), { path, sizeBytes: size })
  refuseTooMuch(source)
  const look = packetsToRead(source)
  if (!look) return source
  const packets = await runFfprobe(packetArguments(path, look.streamIndex, look.seconds), options)
  const refined = refineProbe(source, JSON.parse(packets))
  refuseTooMuch(refined)
  return refined
}

function refuseTooMuch(source: SourceProbe) {
  const { video, durationSeconds, streamCount } = source
  if (streamCount > limits.streams) {
    throw new TranscodeError('E_SOURCE_TOO_MANY_STREAMS', `${streamCount} streams, ${limits.streams} allowed`)
  }
  if (video && !fits(video.width, video.height)) {
    throw new TranscodeError('E_SOURCE_TOO_LARGE', `a picture of ${video.width}x${video.height} is too large`)
  }
  if (durationSeconds !== null && durationSeconds > limits.durationSeconds) {
    throw new TranscodeError('E_SOURCE_TOO_LONG', `${Math.round(durationSeconds)} s is too long`)
  }
}

function fits(width: number, height: number) {
  return width * height <= limits.pixels && Math.max(width, height) <= limits.sideLength
}
