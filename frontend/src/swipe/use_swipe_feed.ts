import { computed, shallowReactive, shallowRef, watch, type Ref } from 'vue'
import type { Api } from '../api/client.js'
import { answer, dataOf } from '../api/client.js'
import type { ListedVideo, Video } from '../api/types.js'
import { useHub } from '../app/hub.js'
import { feedOrder } from './feed_order.js'

const perPage = 12
/** The next page is asked for when so many are left. */
const ahead = 4

export interface FirstOfFeed {
  first: Video | null
  listed: ListedVideo[]
  total: number
}

const detail = (api: Api, slug: string) => dataOf(api.GET('/videos/{id}', { params: { path: { id: slug } } }))
const listPage = (api: Api, page: number) =>
  answer(
    api.GET('/videos', { params: { query: { orientation: 'portrait', sort: 'newest', page, perPage } } })
  )

/** The first page of the feed with all of its first skit, which is the one in the address where there is one. */
export async function loadFeed(api: Api, slug: string | undefined): Promise<FirstOfFeed> {
  const [asked, { data: listed, meta }] = await Promise.all([
    slug ? detail(api, slug) : null,
    listPage(api, 1),
  ])
  const [newest] = listed
  const first = asked ?? (newest ? await detail(api, newest.slug) : null)
  return { first, listed, total: meta.total }
}

/** The skits in their order, more of them as somebody gets near the end, and the whole of those that are about to be shown. */
export function useSwipeFeed(start: Ref<FirstOfFeed | null>, active: Ref<number>) {
  const { api } = useHub()
  const more = shallowRef<ListedVideo[]>([])
  const details = shallowReactive(new Map<string, Video>())
  let pages = 1
  let loading = false

  const items = computed<(ListedVideo | Video)[]>(() => {
    const { first, listed = [] } = start.value ?? {}
    return feedOrder<ListedVideo | Video>(first ?? null, listed, more.value)
  })
  const videoAt = (index: number): Video | undefined => {
    const item = items.value[index]
    if (!item) return undefined
    const { first } = start.value ?? {}
    return first?.id === item.id ? first : details.get(item.id)
  }

  async function loadDetail(index: number) {
    const item = items.value[index]
    if (!item || videoAt(index)) return
    // What was taken down meanwhile stays a poster; the next is a swipe away
    const video = await detail(api, item.slug).catch(() => null)
    if (video) details.set(video.id, video)
  }
  async function loadMore() {
    const { total = 0 } = start.value ?? {}
    if (loading || pages * perPage >= total || active.value < items.value.length - ahead) return
    loading = true
    // What fails is asked for again at the next swipe
    const page = await listPage(api, pages + 1).catch(() => null)
    if (page) {
      pages++
      more.value = [...more.value, ...page.data]
    }
    loading = false
  }
  if (!import.meta.env.SSR)
    watch(
      [active, () => items.value.length],
      () => {
        void loadDetail(active.value)
        void loadDetail(active.value + 1)
        void loadMore()
      },
      { immediate: true }
    )
  return { items, videoAt }
}
