import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { collectionKinds } from './collections.js'

const kind = { match: new RegExp(`^(${Object.keys(collectionKinds).join('|')})$`) }

/** What other sites, crawlers and phones know by fixed addresses, outside the API. */
export default function syndicationRoutes() {
  const { syndication } = controllers
  router.get('/feeds/rss.xml', [syndication.Feeds, 'rss']).as('feeds.rss')
  router.get('/feeds/feed.json', [syndication.Feeds, 'json']).as('feeds.json')
  router.get('/feeds/:kind/:slug/rss.xml', [syndication.Feeds, 'rss']).where('kind', kind).as('feeds.rss_of')
  router
    .get('/feeds/:kind/:slug/feed.json', [syndication.Feeds, 'json'])
    .where('kind', kind)
    .as('feeds.json_of')
  router.get('/sitemap.xml', [syndication.Sitemaps, 'index'])
  router.get('/sitemaps/pages.xml', [syndication.Sitemaps, 'pages'])
  router.get('/sitemaps/:file', [syndication.Sitemaps, 'videos'])
  router.get('/nhung/:kind/:slug', [syndication.ListEmbeds, 'show']).where('kind', kind)
  router.get('/api', [syndication.ApiReference, 'show'])
  router.get('/oembed', [syndication.Oembed, 'show'])
  router.get('/robots.txt', [syndication.SiteFiles, 'robots'])
  router.get('/manifest.webmanifest', [syndication.SiteFiles, 'manifest'])
}
