import type CaptionTrack from '#app/videos/caption_track'
import type Revision from '#app/videos/revision'
import { captionView } from '#app/captions/caption_view'
import { mediaUrl } from './media_url.js'

const growingPlaylist = 'multivariant.m3u8'

/** Where a video's media is to be had by this caller; nulls for what is not there (yet). */
export function playbackView(
  videoId: string,
  revision: Revision | null,
  tracks: CaptionTrack[],
  isPublished: boolean
) {
  const url = (name: string | undefined | null) =>
    revision && name ? mediaUrl(revision, name, { isPublic: isPublished && revision.isPublic }) : null
  const files = revision?.files
  // While it is still being made there is a playlist that grows, as soon as there is something to play
  const playlist = files?.playlist ?? (revision?.firstPlayableAt ? growingPlaylist : null)
  return {
    hlsUrl: url(playlist),
    posterUrl: url(files?.poster),
    storyboardUrl: url(files?.storyboard),
    downloadUrl: url(files?.download),
    audioUrl: url(files?.audio),
    captions: tracks.map((track) => captionView(videoId, track)),
  }
}
