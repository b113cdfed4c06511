import type { StoredOrientation } from './source_probe.js'

/**
 * A display matrix (ISO/IEC 14496-12, 8.3.2.1: x' = a·x + c·y, y' = b·x + d·y, y downwards) as
 * ffprobe prints it, to the nearest of the eight ways in which a rectangle can lie.
 */
export function storedOrientation(matrix: string | undefined): StoredOrientation {
  const rows = (matrix ?? '')
    .trim()
    .split('\n')
    .map((row) =>
      row
        .replace(/^\s*[0-9a-f]+:/i, '')
        .trim()
        .split(/\s+/)
        .map(Number)
    )
  const [a = 1, b = 0] = rows[0]?.length === 3 ? rows[0] : []
  const [c = 0, d = 1] = rows[1]?.length === 3 ? rows[1] : []
  if (Math.abs(a) + Math.abs(d) >= Math.abs(b) + Math.abs(c)) {
    if (a >= 0) return d >= 0 ? 'upright' : 'flipped'
    return d >= 0 ? 'mirrored' : 'upside_down'
  }
  if (b >= 0) return c < 0 ? 'clockwise' : 'transposed'
  return c < 0 ? 'transverse' : 'counterclockwise'
}

/** Whether showing the picture swaps its width and height. */
export function swapsSides(orientation: StoredOrientation): boolean {
  return ['clockwise', 'counterclockwise', 'transposed', 'transverse'].includes(orientation)
}

/** ffmpeg's filters that turn a stored picture upright. `cclock_flip` is the plain transposition. */
export const turningFilters: Record<StoredOrientation, string[]> = {
  upright: [],
  mirrored: ['hflip'],
  flipped: ['vflip'],
  upside_down: ['hflip', 'vflip'],
  clockwise: ['transpose=clock'],
  counterclockwise: ['transpose=cclock'],
  transposed: ['transpose=cclock_flip'],
  transverse: ['transpose=clock_flip'],
}
