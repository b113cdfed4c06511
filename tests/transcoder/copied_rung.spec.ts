import { planTranscode, type SourceProbe } from '@hub/transcoder'
import { test } from '@japa/runner'
import { keyframeKind, readAvcConfiguration } from '../../transcoder/src/boxes/nal_units.js'
import type { SampleTable } from '../../transcoder/src/boxes/sample_table.js'
import { planCopiedRung } from '../../transcoder/src/copied_rung.js'
import { mistrustOf } from '../../transcoder/src/copy_trust.js'
import { chooseCuts } from '../../transcoder/src/cut_choice.js'
import { headerMisfits } from '../../transcoder/src/header_fit.js'
import { NotCopiable } from '../../transcoder/src/not_copiable.js'
import { keyframesOf } from '../../transcoder/src/segmentation.js'
import { probed } from './support/probes.js'

const rate = (numerator: number, denominator = 1) => ({
  averageFrameRate: { numerator, denominator },
  nominalFrameRate: { numerator, denominator },
})
const top = (source: SourceProbe = probed()) => planTranscode(source).rungs[0]!

/** Pictures in the order in which they are shown, all alike, one in so many a keyframe. */
function table(frames: number, every: number, more: Partial<SampleTable> = {}): SampleTable {
  const ticks = Float64Array.from({ length: frames }, (_, frame) => frame * 1000)
  return {
    timescale: 30_000,
    width: 1920,
    height: 1080,
    configuration: Buffer.alloc(0),
    edits: [],
    offsets: ticks,
    sizes: new Uint32Array(frames).fill(1000),
    decodeTicks: ticks,
    shownTicks: ticks,
    keyframes: Array.from({ length: Math.ceil(frames / every) }, (_, group) => group * every),
    ...more,
  }
}

const file = { sizeBytes: 1e9, lowFactor: 1 }
const reasonOf = (use: () => unknown) => {
  try {
    use()
  } catch (error) {
    if (error instanceof NotCopiable) return error.reason
    throw error
  }
  return null
}

test.group('A header', () => {
  const reasons = (video: Parameters<typeof probed>[0]) => {
    const source = probed(video)
    const plan = planTranscode(source)
    return headerMisfits(source, plan.picture!, plan.rungs[0]!).map(({ reason }) => reason)
  }

  test('that says what our own rungs would say fits', ({ assert }) => {
    assert.deepEqual(reasons({}), [])
    const untagged = { colourMatrix: null, colourTransfer: null, colourPrimaries: null }
    assert.deepEqual(reasons({ ...untagged, profile: 'Constrained Baseline', level: 41 }), [])
    assert.deepEqual(reasons({ ...rate(60000, 1001), level: 42 }), [])
  })

  test('does not fit where {reason}')
    .with([
      { reason: 'codec', video: { codec: 'hevc', level: 120 } },
      { reason: 'container', video: { trackId: null } },
      { reason: 'profile', video: { profile: 'Extended' } },
      { reason: 'level', video: { level: 51 } },
      { reason: 'level', video: { level: null } },
      { reason: 'pixels', video: { pixelFormat: 'yuvj420p' } },
      { reason: 'pixels', video: { fullRange: true } },
      { reason: 'interlaced', video: { isProgressive: false } },
      { reason: 'colours', video: { colourMatrix: 'smpte170m' } },
      { reason: 'colours', video: { colourPrimaries: 'bt2020' } },
      { reason: 'size', video: { width: 2560, height: 1440, level: 40 } },
      { reason: 'frame_rate', video: rate(120) },
      { reason: 'frame_rate', video: { averageFrameRate: null } },
      { reason: 'frame_rate', video: rate(10) },
      { reason: 'starts_late', video: { startSeconds: 0.04 } },
      { reason: 'ends_early', video: { durationSeconds: 57 } },
    ])
    .run(({ assert }, { reason, video }) => {
      assert.deepEqual(reasons(video), [reason])
    })

  test('of a picture that lies on its side or has wide pixels says so', ({ assert }) => {
    assert.include(reasons({ orientation: 'clockwise' }), 'turned')
    assert.include(reasons({ sampleAspect: { numerator: 4, denominator: 3 } }), 'pixel_shape')
    // Near enough to square for planning, but a copy would carry it on.
    assert.include(reasons({ sampleAspect: { numerator: 640, denominator: 639 } }), 'pixel_shape')
  })

  test('of an untagged small picture does not fit, for it is taken as BT.601', ({ assert }) => {
    assert.deepEqual(reasons({ width: 854, height: 480, colourMatrix: null }), ['colours'])
  })
})

test.group('The cuts of a copied rung', () => {
  const cuts = (starts: number[], totalFrames: number, lowFactor = 1) =>
    chooseCuts(starts, { totalFrames, rung: top(), lowFactor })
  const everyNth = (step: number, total: number) =>
    Array.from({ length: Math.ceil(total / step) }, (_, index) => index * step)

  test('are short at the beginning, then four seconds, as near as keyframes allow', ({ assert }) => {
    assert.deepEqual(cuts(everyNth(15, 600), 600), [0, 15, 30, 60, 120, 240, 360, 480])
    assert.deepEqual(cuts(everyNth(60, 600), 600), [0, 60, 120, 180, 240, 360, 480])
    assert.deepEqual(cuts(everyNth(90, 400), 400), [0, 90, 180, 270, 360])
  })

  test('pass over keyframes that scene changes have put too near', ({ assert }) => {
    assert.deepEqual(cuts([0, 3, 14, 31, 33, 62, 118, 120, 131, 235, 250], 300), [0, 14, 31, 62, 120, 235])
  })

  test('are made only at pictures that the slowest rung has too', ({ assert }) => {
    assert.deepEqual(cuts([0, 15, 31, 60, 121, 180], 240, 2), [0, 60, 180])
  })

  test('cannot be further apart than six seconds', ({ assert }) => {
    assert.equal(
      reasonOf(() => cuts([0, 200, 400], 600)),
      'long_groups'
    )
    assert.deepEqual(cuts([0, 180, 360], 400), [0, 180, 360])
    // A last segment is bound like the others.
    assert.equal(
      reasonOf(() => cuts([0], 300)),
      'long_groups'
    )
  })

  test('become times for the encoders of the rungs below, each before its picture', ({ assert }) => {
    const rung = { ...top(), cutFrames: [0, 15, 60] }
    assert.equal(keyframesOf(rung), '0.000,0.487,1.987')
  })
})

test.group('A source’s samples', () => {
  const reason = (samples: SampleTable, more = {}) =>
    reasonOf(() => planCopiedRung(samples, top(), { ...file, ...more }))

  test('are copied where they come evenly, in closed groups, within the cap', ({ assert }) => {
    const copy = planCopiedRung(table(300, 30), top(), file)
    assert.deepEqual(copy.cutFrames, [0, 30, 60, 90, 150, 270])
    assert.equal(copy.delayFrames, 0)
    assert.equal(copy.averageBitrateBps, 240_000)
  })

  test('may be shown in another order than they are decoded in', ({ assert }) => {
    // I P B B, shown as I B B P, one frame late.
    const order = [0, 3, 1, 2, 4, 7, 5, 6]
    const shownTicks = Float64Array.from(order, (frame) => (frame + 1) * 1000)
    const copy = planCopiedRung(table(8, 4, { shownTicks }), top(), file)
    assert.deepEqual([...copy.shownFrames], order)
    assert.equal(copy.delayFrames, 1)
  })

  test('may be off their times by what a coarse clock rounds', ({ assert }) => {
    const shownTicks = Float64Array.from({ length: 300 }, (_, frame) => Math.round((frame * 1000) / 30))
    assert.isNull(reason(table(300, 30, { timescale: 1000, shownTicks })))
  })

  test('are not copied where they come at uneven times, or one is missing', ({ assert }) => {
    const shown = (times: number[]) => table(4, 4, { shownTicks: Float64Array.from(times) })
    assert.isNull(reason(shown([0, 1000, 2000, 3000])))
    assert.equal(reason(shown([0, 1000, 2200, 3000])), 'uneven_times')
    assert.equal(reason(shown([0, 1000, 3000, 4000])), 'uneven_times')
    assert.equal(reason(shown([0, 1000, 1000, 2000])), 'uneven_times')
  })

  test('are not copied where a group reaches over its beginning', ({ assert }) => {
    // The keyframe is decoded third and shown fourth: the picture after it refers to both groups.
    const shownTicks = Float64Array.from([0, 1000, 3000, 2000, 4000], (ticks) => ticks)
    assert.equal(reason(table(5, 5, { shownTicks, keyframes: [0, 2] })), 'open_groups')
    assert.equal(reason(table(60, 30, { keyframes: [30] })), 'open_groups')
  })

  test('are not copied where an edit list hides or slows some', ({ assert }) => {
    const plain = { durationSeconds: 10, mediaTicks: 0, isPlainRate: true }
    const edited = (edits: SampleTable['edits']) => reason(table(300, 30, { edits }))
    assert.isNull(edited([plain]))
    assert.isNull(edited([{ ...plain, durationSeconds: 0 }]))
    assert.equal(edited([{ ...plain, mediaTicks: 5000 }]), 'edited')
    assert.equal(edited([{ ...plain, durationSeconds: 8 }]), 'edited')
    assert.equal(edited([{ ...plain, isPlainRate: false }]), 'edited')
    assert.equal(edited([{ ...plain, mediaTicks: -1 }, plain]), 'edited')
  })

  test('are not copied above the cap, be it for long or for a moment', ({ assert }) => {
    const { maximumBitrateBps, bufferBits } = top()
    const perFrame = maximumBitrateBps / 8 / 30
    const sized = (size: (frame: number) => number) =>
      reason(table(900, 30, { sizes: Uint32Array.from({ length: 900 }, (_, frame) => size(frame)) }))
    assert.isNull(sized(() => perFrame))
    assert.equal(
      sized(() => perFrame * 1.1),
      'bitrate'
    )
    const burst = (bufferBits / 8 / 60) * 2
    assert.equal(
      sized((frame) => (frame >= 300 && frame < 420 ? perFrame + burst : 100)),
      'bitrate'
    )
  })

  test('that lie beyond the file’s end are not copied', ({ assert }) => {
    assert.equal(reason(table(300, 30), { sizeBytes: 299_999 }), 'cut_short')
    assert.equal(reason(table(300, 30, { sizes: new Uint32Array(300) })), 'cut_short')
  })
})

test.group('A keyframe', () => {
  const unit = (...bytes: number[]) => [0, 0, 0, bytes.length, ...bytes]
  const parameters = Buffer.from([1, 0x64, 0, 40, 0xff, 0xe1, 0, 2, 0x67, 0x64, 1, 0, 2, 0x68, 0xee])
  const kind = (...units: number[][]) =>
    keyframeKind(Buffer.from(units.flat()), readAvcConfiguration(parameters))

  test('is one where its first slice is an instant refresh', ({ assert }) => {
    assert.equal(kind(unit(0x09, 0xf0), unit(0x06, 5, 1), unit(0x65, 0x88)), 'instant')
    assert.equal(kind(unit(0x67, 0x64), unit(0x68, 0xee), unit(0x65, 0x88)), 'instant')
    assert.equal(kind(unit(0x06, 6, 1), unit(0x41, 0x9a)), 'open')
  })

  test('that brings other parameters, or is no picture at all, is told from it', ({ assert }) => {
    assert.equal(kind(unit(0x67, 0x42), unit(0x65, 0x88)), 'changed')
    assert.equal(kind(unit(0x06, 5)), 'damaged')
    assert.equal(kind([0xff, 0xff, 0xff, 0xff, 0x06]), 'damaged')
    assert.equal(kind(), 'damaged')
  })

  test('is not looked for with parameters that are cut short', ({ assert }) => {
    assert.throws(() => readAvcConfiguration(parameters.subarray(0, 9)), RangeError)
  })
})

test.group('Trust in a copy', () => {
  const copy = planCopiedRung(table(300, 30), top(), file)
  const plan = planTranscode(probed())
  const rungs = plan.rungs.map((rung, index) => ({ ...rung, isCopied: index === 0 }))
  const mistrust = (frames: number, messages: string[] = []) =>
    mistrustOf(copy, { ...plan, rungs }, { frames, messages })?.reason ?? null

  test('is kept where all of it was decoded without a complaint', ({ assert }) => {
    assert.isNull(mistrust(300))
    assert.isNull(mistrust(299))
    assert.isNull(mistrust(300, ['[hls @ 0x55] something about writing']))
  })

  test('is lost where pictures are missing or had to be mended', ({ assert }) => {
    assert.equal(mistrust(280), 'damaged')
    assert.equal(mistrust(300, ['[h264 @ 0x5581] error while decoding MB 3 4']), 'damaged')
  })
})
