import type { TranscodedRendition } from '../result.js'
import { mediaName } from '../playlist_files.js'

/**
 * A multivariant playlist with these AV1 variants and no others. They stand after the H.264 ones, so that a client which
 * begins with the first begins with what everybody decodes, and share the groups of sound and subtitles with them.
 */
export function withAv1(multivariant: string, renditions: TranscodedRendition[], soundBps: Rates): string {
  const lines = withoutAv1(multivariant.split('\n'))
  const last = lines.findLastIndex((line) => line.startsWith('#EXT-X-STREAM-INF:'))
  const model = lines[last]
  // Sound alone has nothing that AV1 could be another form of.
  if (!model?.includes('avc1.')) return multivariant
  const added = renditions.flatMap((rendition) => [
    variantLike(model, rendition, soundBps),
    `${rendition.name}/${mediaName}`,
  ])
  return [...lines.slice(0, last + 2), ...added, ...lines.slice(last + 2)].join('\n')
}

/** Of the sound that plays with every variant, 0 where there is none. */
interface Rates {
  bandwidthBps: number
  averageBandwidthBps: number
}

function withoutAv1(lines: string[]): string[] {
  const isAv1 = (line: string | undefined) =>
    Boolean(line?.startsWith('#EXT-X-STREAM-INF:') && line.includes('av01.'))
  return lines.filter((line, index) => !isAv1(line) && !isAv1(lines[index - 1]))
}

function variantLike(model: string, { codecs, ...rendition }: TranscodedRendition, soundBps: Rates): string {
  return model
    .replace(/([:,]BANDWIDTH=)\d+/, `$1${rendition.bandwidthBps + soundBps.bandwidthBps}`)
    .replace(
      /AVERAGE-BANDWIDTH=\d+/,
      `AVERAGE-BANDWIDTH=${rendition.averageBandwidthBps + soundBps.averageBandwidthBps}`
    )
    .replace(/avc1\.[0-9a-f]+/, codecs)
    .replace(/RESOLUTION=\d+x\d+/, `RESOLUTION=${rendition.width}x${rendition.height}`)
    .replace(/FRAME-RATE=[\d.]+/, `FRAME-RATE=${rendition.frameRate!.toFixed(3)}`)
}
