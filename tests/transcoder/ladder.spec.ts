import { planTranscode, type PlanOptions, type SourceProbe, TranscodeError } from '@hub/transcoder'
import { test } from '@japa/runner'
import { codes, probed, sound } from './support/probes.js'

const sizes = (source: SourceProbe, options?: PlanOptions) =>
  planTranscode(source, options).rungs.map(({ width, height }) => `${width}x${height}`)

test.group('The ladder', () => {
  test('goes by the short side: {size}')
    .with([
      { size: '1920x1080', rungs: ['1920x1080', '1280x720', '854x480', '640x360', '426x240'] },
      { size: '3840x2160', rungs: ['1920x1080', '1280x720', '854x480', '640x360', '426x240'] },
      { size: '1080x1920', rungs: ['1080x1920', '720x1280', '480x854', '360x640', '240x426'] },
      { size: '720x720', rungs: ['720x720', '480x480', '360x360', '240x240'] },
      { size: '1920x800', rungs: ['1728x720', '1152x480', '864x360', '576x240'] },
      { size: '640x480', rungs: ['640x480', '480x360', '320x240'] },
    ])
    .run(({ assert }, { size, rungs }) => {
      const [width, height] = size.split('x').map(Number)
      assert.deepEqual(sizes(probed({ width, height })), rungs)
    })

  test('keeps a source that is just short of a rung at its own size', ({ assert }) => {
    assert.deepEqual(sizes(probed({ width: 640, height: 356 })), ['640x356', '432x240'])
    assert.equal(planTranscode(probed({ width: 640, height: 356 })).rungs[0]!.name, 'v360')
  })

  test('gives one even-sized rung to a source below the lowest: {width}x{height}')
    .with([
      { width: 201, height: 113, rung: '200x112' },
      { width: 1, height: 1, rung: '2x2' },
      { width: 10, height: 12, rung: '10x12' },
    ])
    .run(({ assert }, { width, height, rung }) => {
      assert.deepEqual(sizes(probed({ width, height })), [rung])
    })

  test('makes odd sizes even without scaling up', ({ assert }) => {
    assert.equal(sizes(probed({ width: 1279, height: 719 }))[0], '1278x718')
  })

  test('widens pixels that are wider than high and keeps all lines', ({ assert }) => {
    const source = probed({ width: 720, height: 576, sampleAspect: { numerator: 64, denominator: 45 } })
    assert.deepEqual(sizes(source), ['854x480', '640x360', '426x240'])
    const plan = planTranscode(source)
    assert.deepInclude(plan, { width: 1024, height: 576, orientation: 'landscape' })
  })

  test('heightens pixels that are higher than wide', ({ assert }) => {
    const source = probed({ width: 1280, height: 360, sampleAspect: { numerator: 1, denominator: 2 } })
    assert.deepEqual(sizes(source)[0], '1280x720')
  })

  test('does not believe an absurd pixel shape, and says so', ({ assert }) => {
    const plan = planTranscode(probed({ sampleAspect: { numerator: 1000, denominator: 1 } }))
    assert.equal(plan.width, 1920)
    assert.include(codes(plan.decisions), 'pixel_shape_not_believed')
  })

  test('swaps the sides of a picture that lies on its side', ({ assert }) => {
    const plan = planTranscode(probed({ orientation: 'clockwise' }))
    assert.deepInclude(plan, { width: 1080, height: 1920, orientation: 'portrait' })
    assert.equal(sizes(probed({ orientation: 'clockwise' }))[0], '1080x1920')
  })

  test('bounds the long side of a very long picture', ({ assert }) => {
    assert.deepEqual(sizes(probed({ width: 8000, height: 400 })), ['4096x204'])
  })

  test('has no rung above the one that was asked for', ({ assert }) => {
    assert.deepEqual(sizes(probed(), { maximumShortSide: 480 }), ['854x480', '640x360', '426x240'])
  })

  test('fits a level to size and rate', ({ assert }) => {
    const levels = planTranscode(probed()).rungs.map(({ level }) => level)
    assert.deepEqual(levels, ['4.0', '3.1', '3.1', '3.0', '3.0'])
    const rate = { numerator: 60, denominator: 1 }
    const fast = planTranscode(probed({ averageFrameRate: rate, nominalFrameRate: rate }))
    assert.deepEqual(fast.rungs.map(({ level }) => level).slice(0, 2), ['4.2', '3.2'])
  })

  test('has no rung for a source of sound only, and refuses one of neither', ({ assert }) => {
    const plan = planTranscode(probed({}, { video: null }))
    assert.deepEqual(plan.rungs, [])
    assert.isNull(plan.picture)
    assert.equal(plan.audio!.name, 'audio')
    try {
      planTranscode(probed({}, { video: null, audio: null, audioTracks: [] }))
      assert.fail('a plan was made')
    } catch (error) {
      assert.instanceOf(error, TranscodeError)
      assert.equal((error as TranscodeError).code, 'E_SOURCE_NO_VIDEO')
    }
  })
})

test.group('The frame rate', () => {
  const rates = (average: [number, number] | null, nominal: [number, number], more = {}) => {
    const plan = planTranscode(
      probed({
        averageFrameRate: average && { numerator: average[0], denominator: average[1] },
        nominalFrameRate: { numerator: nominal[0], denominator: nominal[1] },
        ...more,
      })
    )
    return plan.rungs.map(({ frameRate }) => `${frameRate.numerator}/${frameRate.denominator}`)
  }

  test('stays as it is up to 30', ({ assert }) => {
    assert.deepEqual(new Set(rates([30000, 1001], [30000, 1001])), new Set(['30000/1001']))
    assert.deepEqual(new Set(rates([24, 1], [24, 1])), new Set(['24/1']))
  })

  test('is halved below 720 when it is above 30', ({ assert }) => {
    assert.deepEqual(rates([60, 1], [60, 1]), ['60/1', '60/1', '30/1', '30/1', '30/1'])
    assert.deepEqual(rates([50, 1], [50, 1]).slice(1, 3), ['50/1', '25/1'])
    const low = rates([60, 1], [60, 1], { width: 640, height: 480 })
    assert.deepEqual(low, ['30/1', '30/1', '30/1'])
  })

  test('is divided evenly when it is above 60', ({ assert }) => {
    assert.equal(rates([240, 1], [240, 1])[0], '60/1')
    assert.equal(rates([120000, 1001], [120000, 1001])[0], '60000/1001')
  })

  test('counts the frames of an interlaced picture, not its fields', ({ assert }) => {
    assert.equal(rates([30000, 1001], [60000, 1001], { interlaced: true })[0], '30000/1001')
  })

  test('of a varying source follows its usual step, not its average', ({ assert }) => {
    assert.equal(rates([7, 1], [57600, 1], { usualIntervalSeconds: 0.026 })[0], '30/1')
    assert.equal(rates([28, 1], [120, 1], { usualIntervalSeconds: 0.0333 })[0], '30/1')
    assert.equal(rates([9, 1], [90000, 1], { usualIntervalSeconds: 0.1 })[0], '10/1')
  })

  test('cuts every rung at the same instants', ({ assert }) => {
    const rate = { numerator: 60000, denominator: 1001 }
    const { rungs } = planTranscode(probed({ averageFrameRate: rate, nominalFrameRate: rate }))
    const seconds = rungs.map(
      (rung) => (rung.segmentFrames * rung.frameRate.denominator) / rung.frameRate.numerator
    )
    assert.deepEqual(new Set(seconds), new Set([4.004]))
  })
})

test.group('The sound', () => {
  test('of one channel stays mono, of many becomes stereo', ({ assert }) => {
    assert.equal(planTranscode(probed({}, { audio: sound({ channels: 1 }) })).audio!.channels, 1)
    assert.equal(planTranscode(probed({}, { audio: sound({ channels: 6 }) })).audio!.channels, 2)
  })

  test('that cannot be decoded costs the sound, not the video', ({ assert }) => {
    const plan = planTranscode(probed({}, { audio: null, audioTracks: [sound({ decodable: false })] }))
    assert.isNull(plan.audio)
    assert.include(codes(plan.decisions), 'sound_undecodable')
  })
})
