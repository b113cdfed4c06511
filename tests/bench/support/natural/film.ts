import { backdropSize, type BackdropStyle, makeBackdrop } from './backdrop.js'
import { draw, newScreen, type Screen } from './draw.js'
import type { Picture } from './picture.js'
import { normal, seeded } from './random.js'
import { drawSpeaker, makeSpeaker, type Speaker } from './speaker.js'

export const filmSize = { width: 1920, height: 1080, framesPerSecond: 30 }

/** Between two cuts. */
const shotSeconds = [3.4, 5.2, 4.1, 6, 3, 4.6, 5.7, 3.8]
const styles: BackdropStyle[] = [
  // An office, a street, a garden, a hall in the evening, a field under an even sky.
  { colour: [128, 120, 136], spread: [36, 5, 6], builtShare: 0.85, grain: 9, blur: 3 },
  { colour: [118, 124, 134], spread: [42, 6, 7], builtShare: 0.6, grain: 14, blur: 0.5 },
  { colour: [96, 108, 118], spread: [32, 6, 6], builtShare: 0.05, grain: 24, blur: 0.5 },
  { colour: [66, 118, 144], spread: [26, 7, 7], builtShare: 0.7, grain: 8, blur: 5 },
  { colour: [150, 122, 126], spread: [28, 8, 8], builtShare: 0.15, grain: 16, blur: 1.5 },
]

interface Shot {
  backdrop: Picture
  speakers: { speaker: Speaker; x: number; y: number; scale: number; phase: number }[]
  /** Pixels of the backdrop a second, and growth a second. */
  pan: [number, number]
  zoom: number
  /** Of the hand that holds the camera, in pixels; a tripod has next to none. */
  shake: number
  sway: number
}

/** The frames of a made film, one after the other; the buffer is used again for the next one. */
export function* frames(seconds: number, seed = 1): Generator<Uint8Array> {
  const screen = newScreen(filmSize.width, filmSize.height)
  const noise = sensorNoise(seed)
  const total = Math.round(seconds * filmSize.framesPerSecond)
  for (let first = 0, shotIndex = 0; first < total; shotIndex++) {
    const length = Math.round(shotSeconds[shotIndex % shotSeconds.length]! * filmSize.framesPerSecond)
    const shot = makeShot(shotIndex, seed)
    for (let frame = 0; frame < length && first + frame < total; frame++) {
      drawShot(screen, shot, frame / filmSize.framesPerSecond)
      noise(screen)
      yield screen.data
    }
    first += length
  }
}

function makeShot(index: number, seed: number): Shot {
  const random = seeded(seed * 1000 + index)
  const isTripod = index % 3 === 0
  const people = index % 4 === 3 ? 2 : index % 5 === 4 ? 0 : 1
  const scale = people === 2 ? 0.75 : 0.85 + 0.4 * random()
  return {
    backdrop: makeBackdrop(styles[index % styles.length]!, seed * 1000 + index),
    speakers: Array.from({ length: people }, (_, place) => ({
      speaker: makeSpeaker(seed * 7 + index + place),
      x: filmSize.width * (people === 2 ? 0.3 + 0.42 * place : 0.35 + 0.3 * random()),
      y: filmSize.height * (0.56 + 0.08 * random()),
      scale,
      phase: 10 * random(),
    })),
    pan: isTripod ? [0, 0] : [(random() - 0.5) * 130, (random() - 0.5) * 16],
    zoom: isTripod ? 0 : (random() - 0.4) * 0.02,
    shake: isTripod ? 0.3 : 4 + 3 * random(),
    sway: styles[index % styles.length]!.builtShare < 0.3 ? 4 : 0,
  }
}

function drawShot(screen: Screen, shot: Shot, seconds: number) {
  const wave = (rate: number, offset: number) => Math.sin(seconds * rate + offset)
  const shakeX = shot.shake * (wave(1.9, 0) + 0.6 * wave(5.3, 1) + 0.25 * wave(11.7, 2))
  const shakeY = shot.shake * (wave(2.3, 3) + 0.6 * wave(6.1, 4) + 0.25 * wave(13.1, 5))
  const turn = 0.0006 * shot.shake * wave(1.3, 6)
  const zoom = 1 + shot.zoom * seconds
  const { sway } = shot
  draw(screen, shot.backdrop, {
    x: filmSize.width / 2,
    y: filmSize.height / 2,
    anchorX: backdropSize.width / 2 + shot.pan[0] * (seconds - 2.5) + shakeX,
    anchorY: backdropSize.height / 2 + shot.pan[1] * (seconds - 2.5) + shakeY,
    scale: zoom,
    turn,
    ...(sway
      ? {
          sway: (row: number) =>
            sway * (Math.sin(row / 90 + seconds * 2.1) + 0.4 * Math.sin(row / 23 + seconds * 4.7)),
        }
      : {}),
  })
  // What is near moves more, in the opposite direction of the camera.
  const near = { x: -1.2 * (shot.pan[0] * (seconds - 2.5) * 0.3 + shakeX), y: -1.2 * shakeY }
  for (const { speaker, ...stand } of shot.speakers) {
    const place = { ...stand, x: stand.x + near.x, y: stand.y + near.y, scale: stand.scale * zoom, turn }
    drawSpeaker(screen, speaker, place, seconds)
  }
}

/** What a small sensor adds, as its own noise reduction leaves it: new in every frame, softened along the rows. */
function sensorNoise(seed: number): (screen: Screen) => void {
  const random = seeded(seed + 99)
  const raw = Float32Array.from({ length: 1 << 20 }, () => normal(random))
  const noise = Int8Array.from(raw, (value, at) => Math.round(2.4 * (0.7 * value + 0.5 * (raw[at - 1] ?? 0))))
  return ({ width, height, data }) => {
    for (let row = 0; row < height; row++) {
      let from = Math.floor(random() * (noise.length - width))
      for (let at = row * width; at < (row + 1) * width; at++) {
        const value = data[at]! + noise[from++]!
        data[at] = value < 0 ? 0 : value > 255 ? 255 : value
      }
    }
  }
}
