import { decided, type Decision } from './decisions.js'
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
  decisions: Decision[]
): { audio: AudioPlan | null; otherAudio: AudioPlan[] } {
  const { audio, audioTracks } = source
  if (!audio) {
    decisions.push(decided(audioTracks.length > 0 ? 'sound_undecodable' : 'no_sound', {}))
    return { audio: null, otherAudio: [] }
  }
  const others = otherLanguages(audio, audioTracks)
  if (audioTracks.length > 1) {
    const kept = [audio, ...others].map(({ index }) => index).join(', ')
    decisions.push(decided('sound_tracks_kept', { tracks: audioTracks.length, kept }))
  }
  if (audio.channels > 2) decisions.push(decided('mixed_down', { channels: audio.channels }))
  // Of what might have been copied, it is said why it was not (docs/adr).
  if (audio.codec === 'aac') decisions.push(decided('sound_not_copied', { rendition: 'audio' }))
  const [first, ...rest] = withOwnLabels([
    planTrack('audio', audio),
    ...others.map((track) => planTrack(`audio-${track.language}`, track)),
  ])
  return { audio: first!, otherAudio: rest }
}

/** RFC 8216bis, 4.4.6.1.1: no two renditions of a group have one name. Cameras call every track “Stereo”. */
function withOwnLabels(tracks: AudioPlan[]): AudioPlan[] {
  const isShared = ({ label }: AudioPlan) => tracks.filter((other) => other.label === label).length > 1
  return tracks.map((track) =>
    isShared(track) ? { ...track, label: `${track.label} (${track.language ?? track.sourceIndex})` } : track
  )
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
    label: track.title ?? nameOf(track.language) ?? 'Audio',
    sourceIndex: track.index,
    startsLate: track.startSeconds > heardAsLateSeconds,
    channels,
    sampleRateHz,
    bitrateBps: bitrates[channels],
    language: track.language,
  }
}

/** A language's name in itself, which is what its speakers look for. */
function nameOf(language: string | null): string | null {
  if (!language) return null
  const name =
    new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language
  return name.charAt(0).toUpperCase() + name.slice(1)
}
