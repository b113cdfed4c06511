export { probe } from './probe.js'
export { ladder, planTranscode } from './ladder.js'
export { makePosterAt, type PictureAt } from './poster_at.js'
export { decodeSpeech, soundName, type SpeechRequest } from './speech.js'
export { posterName } from './arguments/poster.js'
export { mediaName } from './playlist_files.js'
export { segmentAt, type SegmentAt } from './playlists/segment_at.js'
export { transcode, type TranscodeRequest } from './transcode.js'
export { transcodeAv1 } from './transcode_av1.js'
export { withAv1 } from './playlists/av1_variants.js'
export { transcodeApart } from './apart.js'
export { type FailureCode, failureCodes, type FailureDetail, TranscodeError } from './failures.js'
export { soundOf } from './plan.js'
export { type Decision, type DecisionCode, type DecisionValues } from './decisions.js'
export { type ReasonNotToCopy, reasonsNotToCopy } from './not_copiable.js'
export { limits } from './limits.js'
export { segmentSeconds } from './segmentation.js'
export {
  type MediaPlaylist,
  iFramePlaylist,
  mediaPlaylist,
  type PlaylistSegment,
  targetDuration,
} from './playlists/media.js'
export {
  type AudioVariant,
  type IFrameVariant,
  multivariantPlaylist,
  type VideoVariant,
} from './playlists/multivariant.js'
export {
  type SubtitleRendition,
  subtitlePlaylist,
  webVttSegment,
  withSubtitles,
} from './playlists/subtitles.js'
export { averageBitrate, peakBitrate } from './playlists/bandwidth.js'
export type { AudioPlan, PicturePlan, PlanOptions, StoryboardPlan, TranscodePlan, VideoRung } from './plan.js'
export type { AudioSource, Fraction, SourceProbe, VideoSource } from './source_probe.js'
export type { TranscodedFile, TranscodedRendition, TranscodeResult } from './result.js'
