/** A picture as video has it: full luma, halved chroma; `cover` (0 to 255) where it is a cut-out. */
export interface Picture {
  width: number
  height: number
  planes: [Plane, Plane, Plane]
  cover: [Plane, Plane, Plane] | null
}

export interface Plane {
  width: number
  height: number
  data: Uint8Array
}

/** Luma and chroma while something is painted, at full size. */
export class Canvas {
  readonly y: Float32Array
  readonly u: Float32Array
  readonly v: Float32Array
  readonly cover: Float32Array

  constructor(
    readonly width: number,
    readonly height: number,
    ground: [number, number, number] = [90, 128, 128]
  ) {
    const plane = (value: number) => new Float32Array(width * height).fill(value)
    this.y = plane(ground[0])
    this.u = plane(ground[1])
    this.v = plane(ground[2])
    this.cover = plane(0)
  }

  /** Softened by the lens, rounded and, in chroma, halved. */
  toPicture(isCutOut: boolean): Picture {
    const { width, height } = this
    const halves = [this.u, this.v].map((plane) => halved(plane, width, height)) as [Plane, Plane]
    const luma = { width, height, data: rounded(softened(this.y, width, height)) }
    const cover = this.cover.map((value) => value * 255)
    const halfCover = halved(cover, width, height)
    return {
      width,
      height,
      planes: [luma, ...halves],
      cover: isCutOut ? [{ width, height, data: rounded(cover) }, halfCover, halfCover] : null,
    }
  }
}

export interface Blob {
  x: number
  y: number
  radiusX: number
  radiusY: number
  angle: number
  colour: [number, number, number]
  /** How far its edge is spread, in pixels: what is out of focus has a wide one. */
  softness: number
  /** A box with round corners, else an ellipse. */
  isBox: boolean
  /** Luma that it gains from its lower to its upper rim, as if lit from above. */
  shading: number
  /** Surface: luma to add at a pixel. */
  surface(x: number, y: number): number
}

/** Paints one soft-edged, shaded shape over what is there. */
export function paint(canvas: Canvas, blob: Blob) {
  const reach = Math.hypot(blob.radiusX, blob.radiusY) + blob.softness
  const cos = Math.cos(blob.angle)
  const sin = Math.sin(blob.angle)
  const sharpness = Math.min(blob.radiusX, blob.radiusY) / blob.softness
  const right = Math.min(canvas.width - 1, Math.ceil(blob.x + reach))
  const bottom = Math.min(canvas.height - 1, Math.ceil(blob.y + reach))
  for (let y = Math.max(0, Math.floor(blob.y - reach)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.floor(blob.x - reach)); x <= right; x++) {
      const along = ((x - blob.x) * cos + (y - blob.y) * sin) / blob.radiusX
      const across = ((y - blob.y) * cos - (x - blob.x) * sin) / blob.radiusY
      const distance = distanceOf(along, across, blob.isBox)
      const cover = Math.min(1, Math.max(0, (1 - distance) * sharpness + 0.5))
      if (cover === 0) continue
      const at = y * canvas.width + x
      const luma = blob.colour[0] - blob.shading * 0.5 * across + blob.surface(x, y)
      canvas.y[at]! += (luma - canvas.y[at]!) * cover
      canvas.u[at]! += (blob.colour[1] - canvas.u[at]!) * cover
      canvas.v[at]! += (blob.colour[2] - canvas.v[at]!) * cover
      canvas.cover[at]! += (1 - canvas.cover[at]!) * cover
    }
  }
}

/** 1 on the rim. */
function distanceOf(along: number, across: number, isBox: boolean): number {
  let [a, b] = [along * along, across * across]
  if (!isBox) return Math.sqrt(a + b)
  ;[a, b] = [a * a, b * b]
  // The norm of order 8.
  return Math.sqrt(Math.sqrt(Math.sqrt(a * a + b * b)))
}

function rounded(plane: Float32Array): Uint8Array {
  // An array of this kind rounds and keeps within 0 to 255 by itself.
  return new Uint8Array(new Uint8ClampedArray(plane).buffer)
}

/** No lens draws an edge from one pixel to the next. */
function softened(plane: Float32Array, width: number, height: number): Float32Array {
  const result = Float32Array.from(plane)
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const cross = plane[at - 1]! + plane[at + 1]! + plane[at - width]! + plane[at + width]!
      result[at] = plane[at]! * 0.6 + cross * 0.1
    }
  }
  return result
}

function halved(plane: Float32Array, width: number, height: number): Plane {
  const [columns, rows] = [width >> 1, height >> 1]
  const data = new Float32Array(columns * rows)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const at = 2 * y * width + 2 * x
      const sum = plane[at]! + plane[at + 1]! + plane[at + width]! + plane[at + width + 1]!
      data[y * columns + x] = sum / 4
    }
  }
  return { width: columns, height: rows, data: rounded(data) }
}
