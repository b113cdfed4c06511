import type { HttpContext } from '@adonisjs/core/http'
import Agency from '#app/accounts/agency'
import { listedVideoIds, type ListFilter } from '#app/catalogue/listed_videos'
import { notFound } from '#app/core/hub_error'
import { siteOrigin } from '#app/core/site_origin'
import { lawRecord } from '#app/laws/law_record'
import { readSiteSettings } from '#app/site/site_settings'
import Topic from '#app/topics/topic'
import { topicMention } from '#app/topics/topic_view'
import { syndicatedVideos } from './syndicated_videos.js'

/** The words that stand in addresses for what a collection gathers. */
export const collectionKinds = { 'chu-de': 'topic', 'van-ban': 'law', 'don-vi': 'agency' } as const
export type CollectionKind = keyof typeof collectionKinds

/** What belongs together: everything, or the skits on one topic, on one law or of one agency. */
export interface Collection {
  /** Without the site's name; null for everything. */
  title: string | null
  siteName: string
  /** The page of it. */
  url: string
  /** The same under /feeds, without the name of a file. */
  feedPath: string
  filter: Partial<ListFilter>
}

/** @throws 404 where there is no such topic, law or agency */
export async function findCollection(
  language: string,
  kind?: CollectionKind,
  slug = ''
): Promise<Collection> {
  const { name: siteName } = await readSiteSettings()
  if (!kind) return { title: null, siteName, url: `${siteOrigin()}/`, feedPath: '/feeds', filter: {} }
  const found = await finders[kind](slug, language)
  if (!found) throw notFound()
  const path = `/${kind}/${found.slug}`
  return {
    title: found.title,
    siteName,
    url: siteOrigin() + path,
    feedPath: `/feeds${path}`,
    filter: { [collectionKinds[kind]]: found.slug },
  }
}

type Found = { slug: string; title: string } | null

const finders: Record<CollectionKind, (slug: string, language: string) => Promise<Found>> = {
  async 'chu-de'(slug, language) {
    const topic = await Topic.findBy('slug', slug)
    return topic && { slug, title: topicMention(topic, language).name }
  },
  async 'van-ban'(key) {
    const law = (await lawRecord()).find(key)
    return law ? { slug: law.slug, title: `${law.title} (${law.number})` } : null
  },
  async 'don-vi'(slug) {
    const agency = await Agency.findBy('slug', slug)
    return agency && { slug, title: agency.name }
  },
}

/** The newest of a collection. */
export async function newestOf({ filter }: Collection, count: number, { i18n }: Pick<HttpContext, 'i18n'>) {
  const { items } = await listedVideoIds({ ...filter, sort: 'newest', page: 1, perPage: count })
  return syndicatedVideos(items, i18n.locale)
}
