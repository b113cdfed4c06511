import { useHead } from '@unhead/vue'
import type { Playback } from '../api/types.js'
import { useHub } from '../app/hub.js'

/**
 * What the first picture waits for, asked for while the page is still being read: the poster before all, the playlist, and
 * the way to the host of the media where that is another.
 */
export function useFirstFrame(playback: () => Playback | null | undefined) {
  const { origin } = useHub()
  useHead(() => {
    const { posterUrl, hlsUrl } = playback() ?? {}
    const mediaOrigin = hlsUrl ? new URL(hlsUrl, origin).origin : origin
    return {
      link: [
        ...(mediaOrigin === origin
          ? []
          : [{ rel: 'preconnect' as const, href: mediaOrigin, crossorigin: 'anonymous' as const }]),
        ...(posterUrl
          ? [
              {
                rel: 'preload' as const,
                as: 'image' as const,
                href: posterUrl,
                fetchpriority: 'high' as const,
              },
            ]
          : []),
        ...(hlsUrl
          ? [
              {
                rel: 'preload' as const,
                as: 'fetch' as const,
                href: hlsUrl,
                crossorigin: 'anonymous' as const,
              },
            ]
          : []),
      ],
    }
  })
}
