import { createReadStream } from 'node:fs'

export const peaksPerSecond = 20
const headerBytes = 44

/**
 * How loud each twentieth of a second is: the root mean square of its samples, 0 to 255 over 60 dB, so that quiet speech is
 * still seen. Of a WAV with one channel of 16 bits.
 */
export async function readPeaks(wavPath: string, sampleRate: number): Promise<Uint8Array> {
  const samplesPerPeak = sampleRate / peaksPerSecond
  const peaks: number[] = []
  let [sum, count] = [0, 0]
  for await (const samples of samplesOf(wavPath)) {
    for (const sample of samples) {
      sum += sample * sample
      if (++count < samplesPerPeak) continue
      peaks.push(loudness(sum / count))
      ;[sum, count] = [0, 0]
    }
  }
  if (count > 0) peaks.push(loudness(sum / count))
  return Uint8Array.from(peaks)
}

function loudness(meanSquare: number): number {
  const decibels = 10 * Math.log10(meanSquare / 32_768 ** 2 || 1e-12)
  return Math.round(255 * Math.min(1, Math.max(0, 1 + decibels / 60)))
}

async function* samplesOf(wavPath: string): AsyncGenerator<Int16Array> {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(wavPath, { start: headerBytes })) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    const whole = bytes.length - (bytes.length % 2)
    yield new Int16Array(Uint8Array.from(bytes.subarray(0, whole)).buffer)
    rest = bytes.subarray(whole)
  }
}
