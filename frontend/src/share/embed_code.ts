import type { Video } from '../api/types.js'

interface Wanted {
  /** Where it begins. */
  startSeconds?: number
  /** Pixels of the picture; without it, it takes the width it is given. */
  width?: number | null
}

/** The element another site pastes into its page. */
export function embedCode(
  origin: string,
  video: Pick<Video, 'id' | 'title' | 'width' | 'height'>,
  { startSeconds = 0, width = null }: Wanted = {}
): string {
  const ratio = video.width && video.height ? `${video.width}/${video.height}` : '16/9'
  const title = video.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const query = startSeconds >= 1 ? `?t=${Math.floor(startSeconds)}` : ''
  const across = width === null ? 'width:100%' : `width:${width}px;max-width:100%`
  return (
    `<iframe src="${origin}/nhung/${video.id}${query}" title="${title}" loading="lazy" ` +
    `allow="autoplay; fullscreen; picture-in-picture" style="${across};aspect-ratio:${ratio};border:0"></iframe>`
  )
}
