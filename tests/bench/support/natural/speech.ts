import { seeded } from './random.js'

export const soundRateHz = 48_000

/**
 * Sound like somebody speaking in a room, mono, −1 to 1: syllables of a buzzing voice shaped by three
 * resonances or of hissing, in phrases with pauses, over a faint room.
 */
export function speech(seconds: number, seed = 1): Float32Array {
  const random = seeded(seed + 17)
  const sound = new Float32Array(Math.round(seconds * soundRateHz))
  for (let at = 0; at < sound.length; at++) sound[at] = (random() - 0.5) * 0.004
  let at = 0.3 * soundRateHz
  while (at < sound.length) {
    const syllables = 6 + Math.floor(random() * 9)
    for (let index = 0; index < syllables; index++) {
      const length = Math.round((0.11 + 0.14 * random()) * soundRateHz)
      // The voice falls towards the end of a phrase.
      const pitchHz = (128 - 34 * (index / syllables)) * (0.94 + 0.12 * random())
      addSyllable(sound, at, length, pitchHz, random)
      at += length + Math.round(0.03 * random() * soundRateHz)
    }
    at += Math.round((0.35 + 0.7 * random()) * soundRateHz)
  }
  return sound
}

function addSyllable(
  sound: Float32Array,
  start: number,
  length: number,
  pitchHz: number,
  random: () => number
) {
  const formants = [300 + 500 * random(), 900 + 1200 * random(), 2300 + 500 * random()]
  const filters = formants.map((frequency, index) => resonance(frequency, 70 + 50 * index))
  const hissUntil = random() < 0.5 ? 0.28 * length : 0
  const loudness = 0.13 * (0.6 + 0.8 * random())
  let phase = 0
  let previous = 0
  for (let index = 0; index < length; index++) {
    const at = Math.round(start) + index
    if (at >= sound.length) return
    phase = (phase + pitchHz / soundRateHz) % 1
    const hiss = random() * 2 - 1
    const isHiss = index < hissUntil
    // A saw's steep edge, as the vocal cords make it.
    const buzz = isHiss ? 0 : 1 - 2 * phase + 0.06 * hiss
    const voice = filters.reduce((sum, filter, order) => sum + filter(buzz) / (order + 1), 0)
    const sharp = isHiss ? (hiss - previous) * 0.5 : 0
    previous = hiss
    sound[at]! += loudness * Math.sin((Math.PI * index) / length) * (voice + sharp)
  }
}

/** A two-pole resonator of about unit gain at its frequency. */
function resonance(frequencyHz: number, bandwidthHz: number): (input: number) => number {
  const radius = Math.exp((-Math.PI * bandwidthHz) / soundRateHz)
  const turn = 2 * radius * Math.cos((2 * Math.PI * frequencyHz) / soundRateHz)
  const gain = (1 - radius * radius) * Math.sin((2 * Math.PI * frequencyHz) / soundRateHz) * 4
  let [first, second] = [0, 0]
  return (input) => {
    const output = gain * input + turn * first - radius * radius * second
    ;[second, first] = [first, output]
    return output
  }
}

/** 16-bit samples, twice each: stereo as phones record a voice. */
export function toPcm(sound: Float32Array): Buffer {
  const pcm = Buffer.alloc(sound.length * 4)
  sound.forEach((value, index) => {
    const sample = Math.round(Math.min(1, Math.max(-1, value)) * 32_767)
    pcm.writeInt16LE(sample, index * 4)
    pcm.writeInt16LE(sample, index * 4 + 2)
  })
  return pcm
}
