/**
 * Pure: how well a small grey picture serves as a poster, from 0. A black, white or even picture has
 * little contrast; a blurred one has little difference between neighbours.
 */
export function pictureScore(grey: Uint8Array, width: number): number {
  if (grey.length === 0) return 0
  let sum = 0
  let squares = 0
  let edges = 0
  for (let index = 0; index < grey.length; index++) {
    const value = grey[index]!
    sum += value
    squares += value * value
    if (index % width !== 0) edges += Math.abs(value - grey[index - 1]!)
  }
  const mean = sum / grey.length
  const contrast = Math.sqrt(Math.max(0, squares / grey.length - mean * mean))
  const sharpness = edges / grey.length
  // Pictures that are nearly all dark or nearly all bright show little, however sharp.
  const exposure = Math.max(0.05, 1 - Math.abs(mean - 118) / 118)
  return contrast * Math.sqrt(1 + sharpness) * exposure
}
