import { useHead } from '@unhead/vue'
import { useRoute } from 'vue-router'
import { useHub } from './hub.js'

export interface PageHead {
  title: string
  description?: string | null
  /** Absolute or from the root; what a shared link shows. */
  image?: string | null
  type?: 'website' | 'article' | 'video.other'
  /** The address search engines keep; the path of the page by default. */
  canonicalPath?: string
  indexed?: boolean
  /** Objects of schema.org, each with its `@type`. */
  structured?: Record<string, unknown>[]
}

const DESCRIPTION_LENGTH = 200

/** Title, description, OpenGraph and canonical address of a page; reactive, so it may wait for data. */
export function usePageHead(describe: () => PageHead) {
  const { origin, site, language } = useHub()
  const path = useRoute().path
  const absolute = (url: string) => (/^https?:/.test(url) ? url : origin + url)

  useHead(() => {
    const page = describe()
    const url = absolute(page.canonicalPath ?? path)
    const description = page.description?.replace(/\s+/g, ' ').slice(0, DESCRIPTION_LENGTH)
    const meta = [
      { name: 'description', content: description },
      { name: 'robots', content: page.indexed === false ? 'noindex' : undefined },
      { property: 'og:title', content: page.title },
      { property: 'og:description', content: description },
      { property: 'og:type', content: page.type ?? 'website' },
      { property: 'og:url', content: url },
      { property: 'og:site_name', content: site.name },
      { property: 'og:locale', content: language === 'vi' ? 'vi_VN' : 'en_GB' },
      { property: 'og:image', content: page.image ? absolute(page.image) : undefined },
      { name: 'twitter:card', content: page.image ? 'summary_large_image' : 'summary' },
    ].filter((entry) => entry.content)
    return {
      title: page.title,
      meta,
      link: page.indexed === false ? [] : [{ rel: 'canonical', href: url }],
      script: (page.structured ?? []).map((thing) => ({
        type: 'application/ld+json' as const,
        innerHTML: JSON.stringify({ '@context': 'https://schema.org', ...thing }).replaceAll('<', '\\u003c'),
      })),
    }
  })
}
