import type { ResolvableLink } from '@unhead/vue'
import type { Language } from '../i18n/language.js'
import type { PageHead } from './use_page_head.js'

interface Place {
  /** Of the page in Vietnamese, absolute. */
  address: string
  origin: string
  language: Language
  siteName: string
}

/** A page is Vietnamese at its address, and English with `?lang=en`: a search engine keeps no cookie. */
export function addressIn(language: Language, address: string): string {
  if (language === 'vi') return address
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`
}

/** Canonical address, the page in its languages, and where programs find its feeds and how to embed it. */
export function headLinks(page: PageHead, { address, origin, language, siteName }: Place): ResolvableLink[] {
  if (page.indexed === false) return []
  // Its type knows alternates that are files only, not those that are languages
  const alternate = (hreflang: string, href: string) =>
    ({ rel: 'alternate', hreflang, href }) as unknown as ResolvableLink
  return [
    { rel: 'canonical', href: addressIn(language, address) },
    alternate('vi', address),
    alternate('en', addressIn('en', address)),
    alternate('x-default', address),
    ...(page.feedPath ? feedLinks(origin + page.feedPath, `${page.title} – ${siteName}`) : []),
    ...(page.hasOembed ? oembedLinks(origin, address, page.title) : []),
  ]
}

const feedLinks = (folder: string, title: string): ResolvableLink[] => [
  { rel: 'alternate', type: 'application/rss+xml', title, href: `${folder}/rss.xml` },
  { rel: 'alternate', type: 'application/feed+json', title, href: `${folder}/feed.json` },
]

/** oEmbed 1.0, 4. */
const oembedLinks = (origin: string, address: string, title: string): ResolvableLink[] =>
  (['json', 'xml'] as const).map((format) => ({
    rel: 'alternate',
    type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
    title,
    href: `${origin}/oembed?${new URLSearchParams({ url: address, format })}`,
  }))
