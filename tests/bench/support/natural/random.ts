/** A seeded source of numbers in [0, 1): the same on every machine (mulberry32's mixing steps). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Roughly normal, mean 0, deviation 1. */
export function normal(random: () => number): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3)
}

/**
 * Value noise in octaves whose strength falls with their frequency, as the spectra of photographs do.
 * Values lie about 0, nearly all between −1 and 1. It goes on over its rims without a seam.
 *
 * @param coarsest cell of the first octave in pixels, a divisor of both sides; each further one is half of it, down to 2
 */
export function fractalNoise(width: number, height: number, coarsest: number, random: () => number) {
  const field = new Float32Array(width * height)
  for (let cell = coarsest, strength = 0.5; cell >= 2; cell /= 2, strength *= 0.8) {
    addOctave(field, width, height, { cell, strength }, random)
  }
  return field
}

function addOctave(
  field: Float32Array,
  width: number,
  height: number,
  { cell, strength }: { cell: number; strength: number },
  random: () => number
) {
  const columns = width / cell
  const rows = height / cell
  const lattice = Float32Array.from({ length: columns * rows }, () => (random() * 2 - 1) * strength)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell)
    const below = ((row + 1) % rows) * columns
    const down = smooth(y / cell - row)
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / cell)
      const next = (column + 1) % columns
      const across = smooth(x / cell - column)
      const upper = mixed(lattice[row * columns + column]!, lattice[row * columns + next]!, across)
      const lower = mixed(lattice[below + column]!, lattice[below + next]!, across)
      field[y * width + x]! += mixed(upper, lower, down)
    }
  }
}

function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share)
}
