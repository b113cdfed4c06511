import { computed, reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHub } from '../app/hub.js'
import { UploadQueue } from './upload_queue.js'
import { isUnderWay } from './upload_item.js'

/** One queue for the tab: files go on being sent while their producer moves from page to page. */
let queue: UploadQueue | null = null

function warn(event: BeforeUnloadEvent) {
  if (queue?.items.some(isUnderWay)) event.preventDefault()
}

export function useUploads() {
  const { api, session, language } = useHub()
  const { t } = useI18n()
  const accountId = session.account.value?.id ?? ''

  // On the server nothing is ever sent, and nothing may be shared between visitors.
  if (import.meta.env.SSR) return new UploadQueue(reactive([]), { api, accountId, language, t })
  if (!queue || queue.accountId !== accountId) {
    queue = new UploadQueue(reactive([]), { api, accountId, language, t })
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', () => queue?.hurry())
  }
  return queue
}

/** What is being sent for one video, if anything is. */
export function useUploadOf(videoId: () => string) {
  const uploads = useUploads()
  return computed(() => uploads.items.find((item) => item.videoId === videoId() && item.stage !== 'received'))
}
