import type { AudioSource, Decision, SourceProbe, VideoSource } from '@hub/transcoder'

/** A 1080p30 skit with stereo sound, as probed; tests change what they are about. */
export function probed(video: Partial<VideoSource> = {}, more: Partial<SourceProbe> = {}): SourceProbe {
  const audio = more.audio === undefined ? sound() : more.audio
  return {
    path: '/source.mp4',
    sizeBytes: 1_000_000,
    formatName: 'mov,mp4,m4a,3gp,3g2,mj2',
    durationSeconds: 60,
    startSeconds: 0,
    video: {
      index: 0,
      trackId: 1,
      codec: 'h264',
      profile: 'High',
      level: 40,
      pixelFormat: 'yuv420p',
      bitDepth: 8,
      width: 1920,
      height: 1080,
      sampleAspect: { numerator: 1, denominator: 1 },
      orientation: 'upright',
      averageFrameRate: { numerator: 30, denominator: 1 },
      nominalFrameRate: { numerator: 30, denominator: 1 },
      usualIntervalSeconds: null,
      interlaced: false,
      isProgressive: true,
      fullRange: false,
      colourMatrix: 'bt709',
      colourTransfer: 'bt709',
      colourPrimaries: 'bt709',
      dynamicRange: 'sdr',
      hasAlpha: false,
      startSeconds: 0,
      durationSeconds: 60,
      bitrateBps: 8_000_000,
      ...video,
    },
    audio,
    audioTracks: audio ? [audio] : [],
    streamCount: 2,
    ...more,
  }
}

export function sound(more: Partial<AudioSource> = {}): AudioSource {
  return {
    index: 1,
    codec: 'aac',
    decodable: true,
    channels: 2,
    channelLayout: 'stereo',
    sampleRateHz: 44_100,
    language: 'vi',
    title: null,
    isDefault: true,
    startSeconds: 0,
    durationSeconds: 60,
    bitrateBps: 128_000,
    ...more,
  }
}

/** What was decided, without the figures. */
export function codes(decisions: Decision[]): string[] {
  return decisions.map(({ code }) => code)
}
