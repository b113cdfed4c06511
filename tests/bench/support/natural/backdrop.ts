import { Canvas, paint, type Picture } from './picture.js'
import { fractalNoise, normal, seeded } from './random.js'

/** Wider than the screen, so that there is room to pan. */
export const backdropSize = { width: 2560, height: 1280 }

const smallestRadius = 6
const largestRadius = 420

export interface BackdropStyle {
  /** Luma and chroma about which the things in it lie, and how far they spread. */
  colour: [number, number, number]
  spread: [number, number, number]
  /** Rooms and houses are boxes, trees and fields are not. */
  builtShare: number
  /** Luma of the finest structure: foliage has much, walls little. */
  grain: number
  /** Pixels over which even a sharp edge is spread, where the camera looks at somebody in front of it. */
  blur: number
}

/**
 * A backdrop with the statistics of a photograph: things of all sizes that hide one another, many small
 * and few large (number falling with the cube of the radius), each with an even colour, light from above
 * and a surface whose spectrum falls with frequency. Those are what makes a picture compress as it does.
 */
export function makeBackdrop(style: BackdropStyle, seed: number): Picture {
  const random = seeded(seed)
  const { width, height } = backdropSize
  const canvas = new Canvas(width, height, style.colour)
  const surface = fractalNoise(width, height, 256, random)
  // Enough to leave nothing uncovered, and some of it hidden.
  const things = Math.round((5 * width * height) / (26 * smallestRadius ** 2))
  for (let index = 0; index < things; index++) paintThing(canvas, style, surface, random)
  for (let at = 0; at < surface.length; at++) {
    // Light that falls off over the whole picture, in soft patches.
    canvas.y[at] = Math.min(235, Math.max(18, canvas.y[at]! * (1 + 0.12 * surface[surface.length - 1 - at]!)))
  }
  return canvas.toPicture(false)
}

function paintThing(canvas: Canvas, style: BackdropStyle, surface: Float32Array, random: () => number) {
  const { width, height } = canvas
  const [x, y] = [random() * width, random() * height]
  const radius = Math.min(largestRadius, smallestRadius / Math.sqrt(1 - random()))
  const isBuilt = random() < style.builtShare
  const strength = style.grain * (0.3 + random())
  const offset = Math.floor(random() * surface.length)
  // What lies together is alike: most of the colour comes from the place, the more so the smaller the thing.
  const own = 0.35 + 0.65 * Math.min(1, radius / 150)
  const here = Math.floor(y / 2) * width + Math.floor(x / 2)
  const colour = style.colour.map((middle, index) => {
    const region = surface[(here + index * 700_001) % surface.length]! * 1.1
    return middle + style.spread[index]! * (region + own * normal(random))
  }) as [number, number, number]
  paint(canvas, {
    x,
    y,
    radiusX: radius,
    radiusY: radius * (0.35 + 0.65 * random()),
    angle: isBuilt ? (random() < 0.5 ? 0 : Math.PI / 2) : random() * Math.PI,
    colour: [Math.min(225, Math.max(22, colour[0])), colour[1], colour[2]],
    // Some of it is out of focus, and what is built is sharp.
    softness: style.blur + (random() < 0.7 ? 0.9 : 1 + radius * 0.1 * random()),
    isBox: isBuilt,
    shading: 22 * random(),
    surface: (column, row) => surface[(row * width + column + offset) % surface.length]! * strength,
  })
}
