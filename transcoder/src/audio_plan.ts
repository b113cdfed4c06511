import type { AudioPlan } from './plan.js'
import type { AudioSource, SourceProbe } from './source_probe.js'

const sampleRateHz = 48_000
const bitrates = { 1: 80_000, 2: 128_000 } as const

/** Less than this nobody hears. */
const heardAsLateSeconds = 0.015
const mostLanguages = 4

/**
 * Pure: the sound renditions, the one that plays by itself first. Sound that cannot be decoded costs
 * the sound, not the video; further tracks are kept where they are in another language.
 */
export function planAudio(
  source: SourceProbe,
  decisions: string[]
): { audio: AudioPlan | null; otherAudio: AudioPlan[] } {
  const { audio, audioTracks } = source
  if (!audio) {
    decisions.push(audioTracks.length > 0 ? 'no sound track can be decoded: made without sound' : 'no sound')
    return { audio: null, otherAudio: [] }
  }
  const others = otherLanguages(audio, audioTracks)
  if (audioTracks.length > 1) {
    const kept = [audio, ...others].map(({ index }) => index).join(', ')
    decisions.push(`${audioTracks.length} sound tracks: of these, stream ${kept} kept`)
  }
  if (audio.channels > 2) decisions.push(`${audio.channels} channels: mixed down to stereo, speech in front`)
  return {
    audio: planTrack('audio', audio),
    otherAudio: others.map((track) => planTrack(`audio-${track.language}`, track)),
  }
}

function otherLanguages(first: AudioSource, tracks: AudioSource[]): AudioSource[] {
  const chosen = [first]
  for (const track of tracks) {
    const isNew = track.language !== null && chosen.every(({ language }) => language !== track.language)
    if (track.decodable && isNew && chosen.length < mostLanguages) chosen.push(track)
  }
  return chosen.slice(1)
}

function planTrack(name: string, track: AudioSource): AudioPlan {
  const channels = track.channels === 1 ? 1 : 2
  return {
    name,
    label: track.title ?? track.language ?? name,
    sourceIndex: track.index,
    startsLate: track.startSeconds > heardAsLateSeconds,
    channels,
    sampleRateHz,
    bitrateBps: bitrates[channels],
    language: track.language,
  }
}
