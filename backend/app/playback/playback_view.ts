import type CaptionTrack from '#app/videos/caption_track'
import type Revision from '#app/videos/revision'
import { captionView } from '#app/captions/caption_view'
import { mediaUrl } from './media_url.js'

const growingPlaylist = 'multivariant.m3u8'

interface Allowed {
  isPublished: boolean
  /** What the site settings say; of a video that is not published, those who make it have the files in any case. */
  downloads: boolean
}

/** Where a video's media is to be had by this caller; nulls for what is not there (yet) or not allowed. */
export function playbackView(
  videoId: string,
  revision: Revision | null,
  tracks: CaptionTrack[],
  { isPublished, downloads }: Allowed
) {
  const url = (name: string | undefined | null) =>
    revision && name ? mediaUrl(revision, name, { isPublic: isPublished && revision.isPublic }) : null
  const files = revision?.files
  // While it is still being made there is a playlist that grows, as soon as there is something to play
  const playlist = files?.playlist ?? (revision?.firstPlayableAt ? growingPlaylist : null)
  const mayDownload = downloads || !isPublished
  return {
    hlsUrl: url(playlist),
    posterUrl: url(files?.poster),
    storyboardUrl: url(files?.storyboard),
    downloadUrl: mayDownload ? url(files?.download) : null,
    audioUrl: mayDownload ? url(files?.audio) : null,
    captions: tracks.map((track) => captionView(videoId, track)),
  }
}
