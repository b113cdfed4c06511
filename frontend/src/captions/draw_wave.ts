export interface WaveView {
  peaks: Uint8Array
  peaksPerSecond: number
  fromSeconds: number
  viewSeconds: number
  colour: string
}

/** Draws the loudness of the seconds in view, one stroke for each pixel. */
export function drawWave(canvas: HTMLCanvasElement, { peaks, peaksPerSecond, ...view }: WaveView): void {
  const ratio = window.devicePixelRatio || 1
  const [width, height] = [canvas.clientWidth * ratio, canvas.clientHeight * ratio]
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (!context || width === 0) return
  context.clearRect(0, 0, width, height)
  context.fillStyle = view.colour
  const { quiet, loud } = range(peaks)
  for (let x = 0; x < width; x++) {
    const from = view.fromSeconds + (x / width) * view.viewSeconds
    const first = Math.floor(from * peaksPerSecond)
    const last = Math.max(first + 1, Math.floor((from + view.viewSeconds / width) * peaksPerSecond))
    const peak = peaks.subarray(first, last).reduce((most, one) => Math.max(most, one), 0)
    const tall = Math.max(ratio, ((peak - quiet) / (loud - quiet)) * height)
    context.fillRect(x, (height - tall) / 2, 1, tall)
  }
}

const ranges = new WeakMap<Uint8Array, { quiet: number; loud: number }>()

/** Between a little below its quiet places and its loudest: music under the speech would fill it from edge to edge. */
function range(peaks: Uint8Array) {
  let known = ranges.get(peaks)
  if (!known) {
    const sorted = peaks.toSorted()
    const loud = sorted.at(-1) || 1
    known = { quiet: Math.min(0.85 * (sorted[Math.floor(sorted.length / 20)] ?? 0), loud - 1), loud }
    ranges.set(peaks, known)
  }
  return known
}
