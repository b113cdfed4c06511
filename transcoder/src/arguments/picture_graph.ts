import { toText } from '../frame_rate.js'
import { swapsSides, turningFilters } from '../orientation.js'
import type { PicturePlan, TranscodePlan, VideoRung } from '../plan.js'
import type { Fraction } from '../source_probe.js'
import { storyboardFilters } from './storyboard.js'

const tags = 'setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv'

/**
 * The filter graph of a whole ladder: the source is decoded once and made into the top rung's
 * picture; every further rung is scaled from the one above it. Its outputs are `[v1080]` and so on.
 */
export function pictureGraph(plan: TranscodePlan): string {
  const { picture, rungs, storyboard } = plan
  if (!picture) return ''
  const first = `[0:${picture.sourceIndex}]${[...toFirstRung(picture, rungs[0]!), tags].join(',')}`
  return rungs
    .map((rung, index) => {
      const above = rungs[index - 1]
      const source = above ? `[from_${above.name}]${scaleDown(above, rung)}` : first
      const isLast = index === rungs.length - 1
      const split = `${source},split=2[${rung.name}][from_${rung.name}]`
      if (!isLast) return split
      if (!storyboard) return `${source}[${rung.name}]`
      return `${split};[from_${rung.name}]${storyboardFilters(storyboard)}[storyboard]`
    })
    .join(';')
}

function scaleDown(above: VideoRung, rung: VideoRung): string {
  return `${isHalved(above, rung) ? 'framestep=2,' : ''}scale=${rung.width}:${rung.height}:flags=bicubic,setsar=1`
}

function isHalved(above: { frameRate: Fraction }, rung: VideoRung): boolean {
  return toText(above.frameRate) !== toText(rung.frameRate)
}

function toFirstRung(picture: PicturePlan, top: VideoRung): string[] {
  const turned = swapsSides(picture.storedOrientation)
  const [width, height] = turned ? [top.height, top.width] : [top.width, top.height]
  return [
    // A stream may change its size midway; what follows is not made for that. Free where nothing changes.
    `scale=${picture.storedWidth}:${picture.storedHeight}`,
    ...(picture.deinterlace ? ['bwdif=mode=send_frame:parity=auto:deint=all'] : []),
    // From 0, so that a picture that starts after the sound holds its first frame until then.
    `fps=${toText(picture.frameRate)}:start_time=0`,
    ...(picture.holdSeconds ? [`tpad=stop_mode=clone:stop_duration=${picture.holdSeconds.toFixed(3)}`] : []),
    ...(isHalved(picture, top) ? ['framestep=2'] : []),
    ...(picture.alphaOverBlack ? ['format=gbrap', 'premultiply=inplace=1', 'format=gbrp'] : []),
    ...(picture.toneMap ? toneMapped(picture, width, height) : scaled(picture, width, height)),
    ...turningFilters[picture.storedOrientation],
    'setsar=1',
  ]
}

function scaled(picture: PicturePlan, width: number, height: number): string[] {
  const isRgb = picture.matrix === 'rgb' || picture.alphaOverBlack
  const from = isRgb
    ? ''
    : `:in_color_matrix=${picture.matrix}:in_range=${picture.fullRange ? 'full' : 'limited'}`
  const scale = `scale=${width}:${height}:flags=bicubic${from}:out_color_matrix=bt709:out_range=limited`
  return [...(isWanted(picture, width, height) ? [] : [scale]), 'format=yuv420p']
}

/** Whether the stored picture has the size and colours already: a scaler that is told of colours copies every frame. */
function isWanted(picture: PicturePlan, width: number, height: number): boolean {
  const { storedWidth, storedHeight, matrix, fullRange, alphaOverBlack } = picture
  const isInSize = storedWidth === width && storedHeight === height
  return isInSize && matrix === 'bt709' && !fullRange && !alphaOverBlack
}

/** HDR is made small first (tone mapping works in 32-bit floats), then linear, then BT.709. */
function toneMapped(picture: PicturePlan, width: number, height: number): string[] {
  const transfer = picture.toneMap === 'hlg' ? 'arib-std-b67' : 'smpte2084'
  const range = picture.fullRange ? 'full' : 'limited'
  return [
    `scale=${width}:${height}:flags=bicubic`,
    'format=yuv420p10le',
    `zscale=tin=${transfer}:pin=bt2020:min=bt2020nc:rin=${range}:t=linear:npl=100`,
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=limited',
    'format=yuv420p',
  ]
}
