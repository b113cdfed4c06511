import {
  onScopeDispose,
  onServerPrefetch,
  ref,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type Ref,
  type ShallowRef,
} from 'vue'
import { useHub } from '../app/hub.js'
import { ApiError } from './api_error.js'
import type { Api } from './client.js'

export interface Loaded<Data> {
  data: ShallowRef<Data | null>
  error: ShallowRef<ApiError | null>
  /** True from the first moment until an answer; stays false during a `reload`, which keeps what is shown. */
  pending: Ref<boolean>
  reload: () => Promise<void>
}

/**
 * Fetches what a page shows: on the server before it is rendered, in the browser when the page is entered or
 * the key changes. The key names the data within the page (`video:${slug}`).
 *
 * An `optional` part that fails leaves the rest of the page, and its status, as they are.
 */
export function useApi<Data>(
  key: MaybeRefOrGetter<string>,
  load: (api: Api) => Promise<Data>,
  options: { optional?: boolean } = {}
): Loaded<Data> {
  const { api, pageData, answer } = useHub()
  const data: ShallowRef<Data | null> = shallowRef(null)
  const error = shallowRef<ApiError | null>(null)
  const pending = ref(true)
  let turn = 0

  async function reload() {
    const mine = ++turn
    try {
      const loaded = await load(api)
      if (mine !== turn) return
      data.value = loaded
      error.value = null
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      if (mine !== turn) return
      error.value = cause
    }
    if (mine === turn) pending.value = false
  }

  function enter() {
    pending.value = true
    const loading = reload()
    pageData.track(loading)
    return loading
  }

  if (import.meta.env.SSR) {
    onServerPrefetch(async () => {
      await reload()
      if (error.value && !options.optional) answer.status = error.value.status || 503
      pageData.put(
        toValue(key),
        error.value ? { status: error.value.status, failures: error.value.failures } : { data: data.value }
      )
    })
    return { data, error, pending, reload }
  }

  // Vue numbers ids (useId) by the components that wait on the server: the browser must count the same ones.
  onServerPrefetch(() => {})
  const carried = pageData.take(toValue(key))
  if (carried) {
    pending.value = false
    if ('data' in carried) data.value = carried.data as Data
    else error.value = new ApiError(carried.status, carried.failures)
  } else {
    void enter()
  }
  watch(() => toValue(key), enter)
  onScopeDispose(() => turn++)
  return { data, error, pending, reload }
}
