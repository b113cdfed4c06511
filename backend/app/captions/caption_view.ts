import { siteOrigin } from '#app/core/site_origin'
import type CaptionTrack from '#app/videos/caption_track'

export const captionView = (videoId: string, track: CaptionTrack) => ({
  lang: track.lang,
  label: track.label,
  url: `${siteOrigin()}/api/v1/videos/${videoId}/captions/${track.lang}`,
  kind: track.kind,
  needsCheck: track.needsCheck,
})
