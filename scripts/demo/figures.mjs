/** The cast and the props of the demo skits: each is a drawing of its own, which the film moves about. */
import { Picture } from './picture.mjs'

const SKIN = '#e8b88f'
const INK = '#26323f'

/** A person, 220 × 380. `mood`: glad, worried or calm. */
export function person({
  shirt,
  trousers = '#34495e',
  hair = INK,
  longHair = false,
  mood = 'calm',
  armUp = false,
}) {
  const picture = new Picture(220, 380)
  if (longHair) picture.box(62, 40, 96, 120, hair, 40)
  picture.box(74, 260, 32, 112, trousers, 10).box(114, 260, 32, 112, trousers, 10)
  picture.box(64, 360, 44, 18, INK, 8).box(112, 360, 44, 18, INK, 8)
  picture.line(66, 168, 34, 246, 26, shirt).ellipse(33, 254, 14, 14, SKIN)
  if (armUp) picture.line(154, 168, 192, 96, 26, shirt).ellipse(194, 88, 14, 14, SKIN)
  else picture.line(154, 168, 186, 246, 26, shirt).ellipse(187, 254, 14, 14, SKIN)
  picture.box(58, 144, 104, 132, shirt, 26).box(98, 126, 24, 30, SKIN, 6)
  picture.ellipse(110, 84, 50, 54, hair).ellipse(110, 92, 44, 48, SKIN)
  picture.ellipse(110, 52, 46, 24, hair)
  picture.ellipse(94, 92, 5, 7, INK).ellipse(126, 92, 5, 7, INK)
  return face(picture, mood)
}

function face(picture, mood) {
  if (mood === 'glad') return picture.ellipse(110, 112, 16, 13, '#a63d40').box(90, 96, 40, 15, SKIN)
  if (mood === 'worried') {
    picture.line(84, 80, 100, 74, 5, INK).line(136, 80, 120, 74, 5, INK)
    return picture.ellipse(110, 120, 10, 7, '#a63d40')
  }
  return picture.line(98, 116, 122, 116, 5, '#a63d40')
}

/** Somebody on a motorbike, seen from the side, 380 × 340. */
export function rider({ shirt, colour = '#c0392b' }) {
  const picture = new Picture(380, 340)
  for (const x of [82, 298]) {
    picture.ellipse(x, 280, 56, 56, INK).ellipse(x, 280, 36, 36, '#cfd8dc').ellipse(x, 280, 8, 8, INK)
  }
  picture.line(298, 280, 256, 164, 16, '#7f8c8d').line(256, 164, 222, 154, 12, INK)
  const body = [
    [70, 216],
    [214, 216],
    [262, 194],
    [250, 270],
    [150, 280],
    [96, 252],
  ]
  picture.polygon(body, colour).box(64, 194, 140, 26, INK, 12).ellipse(276, 192, 16, 14, '#ffeaa7')
  picture
    .line(132, 190, 200, 204, 34, '#34495e')
    .line(200, 204, 196, 268, 28, '#34495e')
    .box(184, 260, 52, 18, INK, 8)
  picture
    .line(132, 180, 146, 96, 62, shirt)
    .line(152, 104, 226, 156, 22, shirt)
    .ellipse(232, 158, 13, 13, SKIN)
  picture.ellipse(158, 44, 42, 42, colour).box(150, 40, 50, 38, SKIN, 14).ellipse(186, 56, 4, 6, INK)
  return picture.line(176, 70, 192, 70, 4, '#a63d40').box(116, 34, 90, 10, INK, 5)
}

/** A glass of beer, 120 × 170. */
export function beer() {
  const picture = new Picture(120, 170)
  picture.box(78, 54, 36, 70, '#f5f6fa', 16).box(84, 66, 18, 46, '#e1b12c', 8)
  picture.box(12, 34, 76, 130, '#f0c24b', 12)
  for (const x of [26, 44, 62, 78]) picture.ellipse(x, 34, 17, 16, '#ffffff')
  return picture.box(26, 62, 8, 82, '#fbe09a', 4)
}

/** A sheet of paper with a red seal, 240 × 310. */
export function certificate(cover = '#c0392b') {
  const picture = new Picture(240, 310)
  picture.box(6, 6, 228, 298, cover, 10).box(22, 22, 196, 266, '#fdf6e3', 6)
  picture.box(52, 44, 136, 14, cover, 4)
  for (let row = 0; row < 6; row++) picture.box(44, 84 + row * 26, row % 2 ? 120 : 152, 8, '#b8a98a', 4)
  return picture
    .ellipse(168, 256, 24, 24, '#d63031')
    .ellipse(168, 256, 15, 15, '#fdf6e3')
    .ellipse(168, 256, 9, 9, '#d63031')
}

/** A house with a tiled roof, 420 × 340. */
export function house(wall = '#f3e2c7') {
  const picture = new Picture(420, 340)
  picture.box(50, 140, 320, 190, wall).polygon(
    [
      [14, 150],
      [210, 24],
      [406, 150],
    ],
    '#a8452f'
  )
  picture.box(178, 210, 70, 120, '#7a4f2b', 6).ellipse(236, 272, 5, 5, '#f1c40f')
  for (const x of [88, 276])
    picture
      .box(x, 190, 62, 62, '#74b9ff', 4)
      .box(x + 28, 190, 6, 62, wall)
      .box(x, 218, 62, 6, wall)
  return picture
}

/** A telephone, 150 × 270. */
export function telephone() {
  const picture = new Picture(150, 270)
  picture.box(4, 4, 142, 262, INK, 24).box(16, 30, 118, 196, '#dff9fb', 8).ellipse(75, 246, 11, 11, '#95a5a6')
  return picture
    .ellipse(75, 128, 40, 40, '#27ae60')
    .line(58, 112, 92, 146, 12, '#ffffff')
    .ellipse(58, 112, 11, 11, '#ffffff')
    .ellipse(92, 146, 11, 11, '#ffffff')
}

/** A warning sign, 200 × 180. */
export function warning() {
  const picture = new Picture(200, 180)
  picture
    .polygon(
      [
        [100, 4],
        [196, 174],
        [4, 174],
      ],
      '#c0392b'
    )
    .polygon(
      [
        [100, 34],
        [170, 160],
        [30, 160],
      ],
      '#ffffff'
    )
  return picture.box(93, 74, 14, 46, INK, 6).ellipse(100, 138, 9, 9, INK)
}
