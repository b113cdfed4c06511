import { useHead } from '@unhead/vue'
import { useRoute } from 'vue-router'
import { useHub } from './hub.js'
import { addressIn, headLinks } from './head_links.js'

export interface PageHead {
  title: string
  description?: string | null
  /** Absolute or from the root; what a shared link shows. */
  image?: string | null
  type?: 'website' | 'article' | 'video.other'
  /** The address search engines keep; the path of the page by default. */
  canonicalPath?: string
  indexed?: boolean
  /** What other sites play in place. */
  video?: PageVideo | null
  /** Where the newest of this page are to be had as a feed, without the name of a file: `/feeds/chu-de/dat-dai`. */
  feedPath?: string
  /** Whether /oembed tells other sites how to show this page. */
  hasOembed?: boolean
  /** Objects of schema.org, each with its `@type`. */
  structured?: Record<string, unknown>[]
}

export interface PageVideo {
  /** The player for other sites. */
  embedUrl: string
  /** The MP4. */
  fileUrl: string | null
  width: number | null
  height: number | null
}

const DESCRIPTION_LENGTH = 200

/** Title, description, OpenGraph and canonical address of a page; reactive, so it may wait for data. */
export function usePageHead(describe: () => PageHead) {
  const { origin, site, language } = useHub()
  const route = useRoute()
  const { path } = route
  const absolute = (url: string) => (/^https?:/.test(url) ? url : origin + url)

  useHead(() => {
    const page = describe()
    // Each page of a list is a page of its own
    const place = Number(route.query.page) > 1 ? `?page=${Number(route.query.page)}` : ''
    const address = absolute(page.canonicalPath ?? path + place)
    const description = page.description?.replace(/\s+/g, ' ').slice(0, DESCRIPTION_LENGTH)
    const meta = [
      { name: 'description', content: description },
      { name: 'robots', content: page.indexed === false ? 'noindex' : undefined },
      { property: 'og:title', content: page.title },
      { property: 'og:description', content: description },
      { property: 'og:type', content: page.type ?? 'website' },
      { property: 'og:url', content: addressIn(language, address) },
      { property: 'og:site_name', content: site.name },
      { property: 'og:locale', content: language === 'vi' ? 'vi_VN' : 'en_GB' },
      { property: 'og:image', content: page.image ? absolute(page.image) : undefined },
      { name: 'twitter:card', content: cardOf(page) },
      ...(page.video ? videoMeta(page.video) : []),
    ].filter((entry) => entry.content)
    return {
      title: page.title,
      meta,
      link: headLinks(page, { address, origin, language, siteName: site.name }),
      script: (page.structured ?? []).map((thing) => ({
        type: 'application/ld+json' as const,
        innerHTML: JSON.stringify({ '@context': 'https://schema.org', ...thing }).replaceAll('<', '\\u003c'),
      })),
    }
  })
}

function cardOf({ video, image }: PageHead) {
  if (video && image) return 'player'
  return image ? 'summary_large_image' : 'summary'
}

/** A size that nobody knows is taken for 16:9. */
function videoMeta({ embedUrl, fileUrl, width, height }: PageVideo) {
  const size =
    width && height ? { width: String(width), height: String(height) } : { width: '1280', height: '720' }
  return [
    { property: 'og:video', content: embedUrl },
    { property: 'og:video:secure_url', content: embedUrl.startsWith('https:') ? embedUrl : undefined },
    { property: 'og:video:type', content: 'text/html' },
    { property: 'og:video:width', content: size.width },
    { property: 'og:video:height', content: size.height },
    { name: 'twitter:player', content: embedUrl },
    { name: 'twitter:player:width', content: size.width },
    { name: 'twitter:player:height', content: size.height },
    { name: 'twitter:player:stream', content: fileUrl ?? undefined },
    { name: 'twitter:player:stream:content_type', content: fileUrl ? 'video/mp4' : undefined },
  ]
}
