import { Picture } from './picture.mjs'

/** A scene's still background: a wall or sky of two tones, a floor, and the panel that the titles stand on. */
export function backdrop({ width, height, sky, floor, panel }) {
  const picture = new Picture(width, height)
  const bands = 90
  for (let band = 0; band < bands; band++) {
    const top = Math.floor((height * band) / bands)
    picture.box(0, top, width, Math.ceil(height / bands) + 1, mix(sky[0], sky[1], band / (bands - 1)))
  }
  const horizon = Math.round(height * 0.8)
  picture.box(0, horizon, width, height - horizon, floor)
  picture.box(0, horizon, width, 8, mix(floor, '#000000', 0.2))
  const { top, bottom } = titlePanel(height)
  return picture.box(40, top, width - 80, bottom - top, panel, 24)
}

/** Where the titles' panel begins and ends, in pixels from the top. */
export function titlePanel(height) {
  return { top: Math.round(height * 0.06), bottom: Math.round(height * 0.3) }
}

function mix(from, to, share) {
  const channel = (at) => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16))
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
