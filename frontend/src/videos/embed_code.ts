import type { Video } from '../api/types.js'

/** The element another site pastes into its page; it takes the width it is given. */
export function embedCode(origin: string, video: Pick<Video, 'id' | 'title' | 'width' | 'height'>): string {
  const ratio = video.width && video.height ? `${video.width}/${video.height}` : '16/9'
  const title = video.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return (
    `<iframe src="${origin}/nhung/${video.id}" title="${title}" loading="lazy" ` +
    `allow="autoplay; fullscreen; picture-in-picture" style="width:100%;aspect-ratio:${ratio};border:0"></iframe>`
  )
}
