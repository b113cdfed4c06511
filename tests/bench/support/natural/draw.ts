import type { Picture, Plane } from './picture.js'

/** Where a picture is laid on the screen: the pixel of it that `x`, `y` shows, how large and how turned. */
export interface Placement {
  /** On the screen. */
  x: number
  y: number
  /** In the picture. */
  anchorX: number
  anchorY: number
  scale: number
  scaleY?: number
  /** Radians, clockwise. */
  turn: number
  /** Sideways shift of single rows in pixels of the screen, as of branches in the wind. */
  sway?(row: number): number
}

export interface Screen {
  width: number
  height: number
  /** Planar 4:2:0, as `-f rawvideo -pix_fmt yuv420p` reads it. */
  data: Uint8Array
  planes: [Plane, Plane, Plane]
}

export function newScreen(width: number, height: number): Screen {
  const luma = width * height
  const data = new Uint8Array((luma * 3) / 2)
  const half = { width: width >> 1, height: height >> 1 }
  const chroma = (index: number) => ({
    ...half,
    data: data.subarray(luma + (index * luma) / 4, luma + ((index + 1) * luma) / 4),
  })
  return {
    width,
    height,
    data,
    planes: [{ width, height, data: data.subarray(0, luma) }, chroma(0), chroma(1)],
  }
}

/** Lays a picture on the screen with bilinear sampling, between its pixels too: a hand never moves by whole ones. */
export function draw(screen: Screen, picture: Picture, placement: Placement) {
  screen.planes.forEach((target, index) => {
    const share = index === 0 ? 1 : 0.5
    drawPlane(target, picture.planes[index]!, picture.cover?.[index]?.data ?? null, placement, share)
  })
}

function drawPlane(target: Plane, source: Plane, cover: Uint8Array | null, place: Placement, share: number) {
  const one = 65_536
  const [cos, sin] = [Math.cos(place.turn), Math.sin(place.turn)]
  const scaleY = place.scaleY ?? place.scale
  const [stepX, stepY] = [Math.round((cos / place.scale) * one), Math.round((-sin / scaleY) * one)]
  const { left, right, top, bottom } = boundsOf(target, source, place, share, cover !== null)
  const [lastX, lastY] = [(source.width - 2) * one, (source.height - 2) * one]
  const data = source.data
  const out = target.data
  for (let y = top; y < bottom; y++) {
    const dx = left - place.x * share + (place.sway ? place.sway(y / share) * share : 0)
    const dy = y - place.y * share
    let sourceX = Math.round(((dx * cos + dy * sin) / place.scale + place.anchorX * share) * one)
    let sourceY = Math.round(((dy * cos - dx * sin) / scaleY + place.anchorY * share) * one)
    let to = y * target.width + left
    for (let x = left; x < right; x++, to++, sourceX += stepX, sourceY += stepY) {
      if (sourceX < 0 || sourceY < 0 || sourceX > lastX || sourceY > lastY) {
        // A cut-out ends there; a backdrop goes on with its rim.
        if (cover) continue
        const nearX = Math.min(lastX, Math.max(0, sourceX)) >> 16
        out[to] = data[(Math.min(lastY, Math.max(0, sourceY)) >> 16) * source.width + nearX]!
        continue
      }
      const at = (sourceY >> 16) * source.width + (sourceX >> 16)
      const share255 = cover ? cover[at]! : 255
      if (share255 === 0) continue
      const across = (sourceX >> 8) & 255
      const down = (sourceY >> 8) & 255
      const above = data[at]! * (256 - across) + data[at + 1]! * across
      const below = data[at + source.width]! * (256 - across) + data[at + source.width + 1]! * across
      const value = (above * (256 - down) + below * down + 32_768) >> 16
      out[to] = share255 === 255 ? value : ((value * share255 + out[to]! * (255 - share255)) / 255 + 0.5) | 0
    }
  }
}

/** The rows and columns of the target that a cut-out can reach; all of them for a backdrop, which fills it. */
function boundsOf(target: Plane, source: Plane, place: Placement, share: number, isCutOut: boolean) {
  if (!isCutOut) return { left: 0, right: target.width, top: 0, bottom: target.height }
  const [cos, sin] = [Math.cos(place.turn), Math.sin(place.turn)]
  const corners = [0, source.width].flatMap((x) =>
    [0, source.height].map((y) => {
      const dx = (x - place.anchorX * share) * place.scale
      const dy = (y - place.anchorY * share) * (place.scaleY ?? place.scale)
      return [place.x * share + dx * cos - dy * sin, place.y * share + dx * sin + dy * cos] as const
    })
  )
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return {
    left: Math.max(0, Math.floor(Math.min(...xs)) - 1),
    right: Math.min(target.width, Math.ceil(Math.max(...xs)) + 1),
    top: Math.max(0, Math.floor(Math.min(...ys)) - 1),
    bottom: Math.min(target.height, Math.ceil(Math.max(...ys)) + 1),
  }
}
