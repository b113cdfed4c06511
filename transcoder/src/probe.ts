import { stat } from 'node:fs/promises'
import { durationArguments, probeArguments } from './arguments/probe.js'
import { TranscodeError } from './failures.js'
import { runFfprobe } from './ffmpeg.js'
import { limits } from './limits.js'
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
  const stream = source.video ?? source.audio
  if (source.durationSeconds !== null || !stream) return source
  const durationSeconds = await measureDuration(path, stream.index, options.signal)
  return { ...source, durationSeconds }
}

/** The header has no duration (a browser's recording): the packets are read once, not decoded. */
async function measureDuration(
  path: string,
  streamIndex: number,
  signal?: AbortSignal
): Promise<number | null> {
  const lines = (await runFfprobe(durationArguments(path, streamIndex), { signal })).trim().split('\n')
  let start = Infinity
  let end = -Infinity
  for (const line of lines) {
    const [time, duration] = line.split(',').map(Number)
    if (time === undefined || !Number.isFinite(time)) continue
    start = Math.min(start, time)
    end = Math.max(end, time + (duration || 0))
  }
  return end > start ? end - start : null
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
