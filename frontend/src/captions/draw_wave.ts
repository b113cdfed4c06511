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
  for (let x = 0; x < width; x++) {
    const from = view.fromSeconds + (x / width) * view.viewSeconds
    const first = Math.floor(from * peaksPerSecond)
    const last = Math.max(first + 1, Math.floor((from + view.viewSeconds / width) * peaksPerSecond))
    const peak = peaks.subarray(first, last).reduce((most, one) => Math.max(most, one), 0)
    const tall = Math.max(ratio, (peak / 255) * height)
    context.fillRect(x, (height - tall) / 2, 1, tall)
  }
}
