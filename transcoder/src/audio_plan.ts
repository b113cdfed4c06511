import type { AudioPlan } from './plan.js'
import type { SourceProbe } from './source_probe.js'

const sampleRateHz = 48_000
const bitrates = { 1: 80_000, 2: 128_000 } as const

/** Pure: the one sound rendition. Sound that cannot be decoded costs the sound, not the video. */
export function planAudio(source: SourceProbe, decisions: string[]): AudioPlan | null {
  const { audio, audioTracks } = source
  if (!audio) {
    decisions.push(audioTracks.length > 0 ? 'no sound track can be decoded: made without sound' : 'no sound')
    return null
  }
  if (audioTracks.length > 1) decisions.push(`${audioTracks.length} sound tracks: stream ${audio.index} kept`)
  if (audio.channels > 2) decisions.push(`${audio.channels} channels: mixed down to stereo, speech in front`)
  const channels = audio.channels === 1 ? 1 : 2
  return {
    name: 'audio',
    sourceIndex: audio.index,
    channels,
    sampleRateHz,
    bitrateBps: bitrates[channels],
    language: audio.language,
  }
}
