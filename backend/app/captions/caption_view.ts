import { createHash } from 'node:crypto'
import { siteOrigin } from '#app/core/site_origin'
import type CaptionTrack from '#app/videos/caption_track'

/** What viewers get; `version` changes with every word, for those who edit. */
export const captionView = (videoId: string, track: CaptionTrack) => ({
  lang: track.lang,
  label: track.label,
  url: `${siteOrigin()}/api/v1/videos/${videoId}/captions/${track.lang}`,
  kind: track.kind,
  needsCheck: track.needsCheck,
  isMachineMade: track.isMachineMade,
  checkedAt: track.checkedAt?.toISO() ?? null,
  version: versionOf(track),
})

export const versionOf = ({ webVtt }: Pick<CaptionTrack, 'webVtt'>) =>
  createHash('sha256').update(webVtt).digest('hex').slice(0, 16)
