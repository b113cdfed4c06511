import { decided, type Decision } from './decisions.js'
import type { Fraction, VideoSource } from './source_probe.js'

const highest = 60
const lowRungsHighest = 30
const lowest = 1
/** Rates a variable one is raised to: the next that loses no frame. */
const usualRates = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 25, 30, 50, 60]
const fallback: Fraction = { numerator: 30, denominator: 1 }

export function toNumber(rate: Fraction): number {
  return rate.numerator / rate.denominator
}

export function toText(rate: Fraction): string {
  return `${rate.numerator}/${rate.denominator}`
}

/**
 * Pure: the constant rate of the high rungs and that of the low ones (at most 30, half of the full
 * rate where that is higher). A ladder without high rungs runs at the low rate throughout.
 */
export function planFrameRate(
  video: VideoSource,
  hasHighRungs: boolean,
  decisions: Decision[]
): { full: Fraction; low: Fraction } {
  const full = constantRate(video, decisions)
  const low =
    toNumber(full) > lowRungsHighest + 0.01 ? reduced({ ...full, denominator: full.denominator * 2 }) : full
  if (full !== low) {
    decisions.push(
      decided(hasHighRungs ? 'frame_rate_halved_below_720' : 'frame_rate_halved', { rate: toNumber(full) })
    )
  }
  return hasHighRungs ? { full, low } : { full: low, low }
}

function constantRate(video: VideoSource, decisions: Decision[]): Fraction {
  const { averageFrameRate: average, nominalFrameRate: nominal } = video
  if (isSteady(video)) return within(video.interlaced ? average! : nominal!, decisions)
  const rate = average ?? nominal ?? fallback
  // A screen recording stands still for seconds and then moves quickly: the usual step counts, not the average.
  const usualRate = video.usualIntervalSeconds ? 1 / video.usualIntervalSeconds : toNumber(rate)
  const ceiling =
    average && toNumber(average) > lowRungsHighest + 1 && usualRate > 45 ? highest : lowRungsHighest
  const wanted = Math.min(usualRate, nominal ? toNumber(nominal) : Infinity, ceiling)
  const numerator = usualRates.find((usual) => usual >= wanted * 0.98) ?? highest
  decisions.push(decided('frame_rate_made_constant', { average: toNumber(rate), rate: numerator }))
  return { numerator, denominator: 1 }
}

/** Whether the two rates a header gives agree, so that the pictures may be taken as evenly spaced. */
export function isSteady(video: VideoSource): boolean {
  const { averageFrameRate: average, nominalFrameRate: nominal, interlaced } = video
  if (!average || !nominal) return false
  // ffprobe's nominal rate counts fields of an interlaced picture.
  return interlaced || Math.abs(toNumber(average) / toNumber(nominal) - 1) < 0.01
}

/** Divides a rate above the highest by a whole number, so that frames are dropped evenly. */
function within(rate: Fraction, decisions: Decision[]): Fraction {
  if (toNumber(rate) < lowest) return { numerator: lowest, denominator: 1 }
  const divisor = Math.ceil(toNumber(rate) / (highest + 0.01))
  if (divisor === 1) return rate
  decisions.push(decided('frame_rate_divided', { rate: toNumber(rate), divisor }))
  return reduced({ ...rate, denominator: rate.denominator * divisor })
}

function reduced({ numerator, denominator }: Fraction): Fraction {
  const divisor = gcd(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
