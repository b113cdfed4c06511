import { decided, type Decision } from './decisions.js'
import { swapsSides } from './orientation.js'
import type { VideoSource } from './source_probe.js'

/** Beyond this a pixel shape is an error of the file, not of the camera. */
const widestPixel = 5
/** Rounding of old tools, as in 640:639: invisible, so the stored size is taken. */
const nearlySquare = 0.01

/** Pure: the size in which a picture is meant to be seen, upright and with square pixels, unrounded. */
export function shownSize(video: VideoSource, decisions: Decision[]): { width: number; height: number } {
  const pixelShape = video.sampleAspect.numerator / video.sampleAspect.denominator
  let { width, height } = video
  if (pixelShape > widestPixel || pixelShape < 1 / widestPixel) {
    decisions.push(decided('pixel_shape_not_believed', { shape: pixelShape }))
  } else if (Math.abs(pixelShape - 1) >= nearlySquare) {
    // One side is stretched and none is shrunk, so that no line of the picture is lost.
    if (pixelShape > 1) width = Math.round(width * pixelShape)
    else height = Math.round(height / pixelShape)
    decisions.push(decided('pixels_made_square', { shape: pixelShape, width, height }))
  }
  const { orientation } = video
  if (orientation !== 'upright') decisions.push(decided('turned_upright', { orientation }))
  return swapsSides(video.orientation) ? { width: height, height: width } : { width, height }
}
