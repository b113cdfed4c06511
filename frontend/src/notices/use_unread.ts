import { ref, type Ref } from 'vue'
import type { Api } from '../api/client.js'
import { answer } from '../api/client.js'

/** How many notices the caller has not read; shared by the bell and the page of one tab. */
const unread = ref(0)

export function useUnread(): { unread: Ref<number>; ask: (api: Api) => Promise<void> } {
  async function ask(api: Api) {
    const { meta } = await answer(api.GET('/notices', { params: { query: { unread: true, perPage: 1 } } }))
    unread.value = meta.unread
  }
  return { unread, ask }
}
