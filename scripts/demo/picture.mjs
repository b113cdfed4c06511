import { crc32, deflateSync } from 'node:zlib'

/** Samples a pixel in each direction: edges of shapes come out smooth. */
const SAMPLES = 3

/** A small drawing surface: shapes painted over each other, written out as PNG with transparency. */
export class Picture {
  constructor(width, height) {
    this.width = width
    this.height = height
    this.pixels = new Float32Array(width * height * 4) // straight red, green, blue 0–255 and alpha 0–1
  }

  ellipse(x, y, radiusX, radiusY, colour) {
    const inside = (px, py) => ((px - x) / radiusX) ** 2 + ((py - y) / radiusY) ** 2 <= 1
    return this.#paint(x - radiusX, y - radiusY, x + radiusX, y + radiusY, inside, colour)
  }

  /** A rectangle with rounded corners. */
  box(x, y, width, height, colour, corner = 0) {
    const inside = (px, py) => {
      const dx = Math.max(x + corner - px, px - (x + width - corner), 0)
      const dy = Math.max(y + corner - py, py - (y + height - corner), 0)
      const isWithin = px >= x && px <= x + width && py >= y && py <= y + height
      return isWithin && dx * dx + dy * dy <= corner * corner
    }
    return this.#paint(x, y, x + width, y + height, inside, colour)
  }

  /** Corners as [x, y] pairs, in order around the shape. */
  polygon(corners, colour) {
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    const inside = (px, py) => {
      let isInside = false
      for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
        const [[ax, ay], [bx, by]] = [corners[i], corners[j]]
        if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) isInside = !isInside
      }
      return isInside
    }
    return this.#paint(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), inside, colour)
  }

  /** A line with round ends. */
  line(ax, ay, bx, by, thickness, colour) {
    const lengthSquared = (bx - ax) ** 2 + (by - ay) ** 2 || 1
    const inside = (px, py) => {
      const along = Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / lengthSquared))
      return Math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay)) <= thickness / 2
    }
    const half = thickness / 2
    return this.#paint(
      Math.min(ax, bx) - half,
      Math.min(ay, by) - half,
      Math.max(ax, bx) + half,
      Math.max(ay, by) + half,
      inside,
      colour
    )
  }

  #paint(left, top, right, bottom, inside, colour) {
    const rgb = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(this.height, Math.ceil(bottom) + 1); y++) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(this.width, Math.ceil(right) + 1); x++) {
        const cover = coverage(x, y, inside)
        if (cover > 0) this.#blend((y * this.width + x) * 4, rgb, cover)
      }
    }
    return this
  }

  #blend(at, rgb, cover) {
    const below = this.pixels[at + 3] * (1 - cover)
    const alpha = cover + below
    for (let channel = 0; channel < 3; channel++) {
      this.pixels[at + channel] = (rgb[channel] * cover + this.pixels[at + channel] * below) / alpha
    }
    this.pixels[at + 3] = alpha
  }

  /** PNG, 8 bits, colour type 6 (RGBA), no filter: ISO/IEC 15948. */
  toPng() {
    const row = this.width * 4 + 1
    const raw = Buffer.alloc(row * this.height)
    this.pixels.forEach((value, index) => {
      const y = Math.floor(index / (this.width * 4))
      raw[y * row + 1 + (index % (this.width * 4))] = Math.round(index % 4 === 3 ? value * 255 : value)
    })
    const header = Buffer.alloc(13)
    header.writeUInt32BE(this.width, 0)
    header.writeUInt32BE(this.height, 4)
    header.set([8, 6, 0, 0, 0], 8)
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    return Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(raw)),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }
}

function coverage(x, y, inside) {
  let hits = 0
  for (let sy = 0; sy < SAMPLES; sy++) {
    for (let sx = 0; sx < SAMPLES; sx++)
      if (inside(x + (sx + 0.5) / SAMPLES, y + (sy + 0.5) / SAMPLES)) hits++
  }
  return hits / (SAMPLES * SAMPLES)
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
