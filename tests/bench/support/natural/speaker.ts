import { type Blob, Canvas, paint, type Picture } from './picture.js'
import { draw, type Placement, type Screen } from './draw.js'
import { fractalNoise, seeded } from './random.js'

/** Somebody who speaks: cut-outs that move against each other. */
export interface Speaker {
  torso: Picture
  head: Picture
  arm: Picture
  mouth: Picture
}

type Colour = [number, number, number]
const skins: Colour[] = [
  [168, 112, 152],
  [150, 110, 156],
  [182, 114, 148],
]
const clothes: Colour[] = [
  [70, 140, 118],
  [120, 118, 170],
  [205, 126, 130],
  [60, 122, 134],
  [140, 108, 124],
]

/** Clothes have folds and a weave, hair has strands, skin is nearly even. */
export function makeSpeaker(seed: number): Speaker {
  const random = seeded(seed)
  const skin = skins[seed % skins.length]!
  const cloth = clothes[seed % clothes.length]!
  const noise = fractalNoise(768, 960, 64, random)
  const at = (x: number, y: number) => noise[(y % 960) * 768 + (x % 768)]!
  const folds = (x: number, y: number) => 16 * at(x, y >> 1) + ((x + (y >> 3)) % 6 < 3 ? 3 : -3)
  const strands = (x: number, y: number) => 14 * at(x * 3, y >> 2)
  const pores = (x: number, y: number) => 5 * at(x, y)
  const hairColour: Colour = [34, 127, 131]

  const torso = cutOut(720, 900, [
    shape(360, 560, 340, 520, cloth, { shading: 40, surface: folds }),
    shape(360, 130, 70, 130, skin, { shading: 20, surface: pores }),
    shape(360, 640, 7, 420, [40, 128, 128], { isBox: true }),
  ])
  const head = cutOut(400, 500, [
    shape(200, 215, 165, 195, hairColour, { surface: strands }),
    shape(200, 262, 138, 178, skin, { shading: 36, surface: pores }),
    shape(200, 120, 140, 70, hairColour, { surface: strands }),
    ...[150, 250].flatMap((x) => [
      shape(x, 235, 24, 11, [205, 127, 130], {}),
      shape(x, 235, 10, 10, [28, 128, 128], {}),
      shape(x, 208, 30, 6, [44, 126, 134], {}),
    ]),
    shape(200, 290, 16, 34, [skin[0] - 14, skin[1], skin[2] + 2], { softness: 9 }),
  ])
  const arm = cutOut(220, 560, [
    shape(110, 230, 70, 240, cloth, { shading: 30, surface: folds }),
    shape(110, 490, 44, 62, skin, { shading: 20, surface: pores }),
  ])
  const mouth = cutOut(120, 60, [
    shape(60, 30, 46, 22, [92, 116, 168], {}),
    shape(60, 30, 32, 11, [36, 124, 138], {}),
  ])
  return { torso, head, arm, mouth }
}

/** Draws them at one moment: breathing, nodding, and moving the hands as people do who explain something. */
export function drawSpeaker(
  screen: Screen,
  speaker: Speaker,
  stand: { x: number; y: number; scale: number; turn: number; phase: number },
  seconds: number
) {
  const { x, y, scale, turn } = stand
  const beat = (rate: number, offset = 0) => Math.sin((seconds + stand.phase) * rate + offset)
  const lean = 14 * beat(0.9) + 5 * beat(2.3, 1)
  const place = (dx: number, dy: number, anchor: [number, number], more: Partial<Placement>): Placement => ({
    x: x + (dx + lean) * scale,
    y: y + dy * scale,
    anchorX: anchor[0],
    anchorY: anchor[1],
    scale,
    turn,
    ...more,
  })
  const nod = { dx: 8 * beat(1.7, 2), dy: 5 * beat(3.1), turn: turn + 0.05 * beat(1.3) + 0.02 * beat(4.1) }
  draw(screen, speaker.torso, place(0, 0, [360, 60], { scaleY: scale * (1 + 0.006 * beat(1.6)) }))
  draw(screen, speaker.head, place(nod.dx, nod.dy, [200, 440], { turn: nod.turn }))
  const open = 0.5 + 0.5 * Math.abs(beat(11) * beat(3.7, 0.4))
  draw(screen, speaker.mouth, place(nod.dx, nod.dy - 82, [60, 30], { scaleY: scale * open, turn: nod.turn }))
  const gesture = Math.max(0, beat(0.8)) * (0.5 + 0.3 * beat(5.2))
  draw(screen, speaker.arm, place(-270, 140, [110, 40], { turn: turn + 0.1 + gesture }))
  draw(
    screen,
    speaker.arm,
    place(270, 140, [110, 40], { turn: turn - 0.12 - 0.7 * gesture + 0.06 * beat(2.9) })
  )
}

function shape(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  colour: Colour,
  more: Partial<Blob>
): Blob {
  const plain = { angle: 0, softness: 2, isBox: false, shading: 0, surface: () => 0 }
  return { x, y, radiusX, radiusY, colour, ...plain, ...more }
}

function cutOut(width: number, height: number, shapes: Blob[]): Picture {
  const canvas = new Canvas(width, height, shapes[0]!.colour)
  for (const one of shapes) paint(canvas, one)
  return canvas.toPicture(true)
}
