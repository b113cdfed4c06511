import { ApiError } from '../api/api_error.js'
import { dataOf } from '../api/client.js'
import type { Consent } from '../api/types.js'
import { useApi } from '../api/use_api.js'

/** Who appears in a video and what they agreed to; null while nothing was said, or the caller may not know. */
export function useConsent(id: string | (() => string)) {
  const idOf = () => (typeof id === 'string' ? id : id())
  const {
    data: consent,
    pending,
    reload,
  } = useApi<Consent | null>(
    () => `consent:${idOf()}`,
    async (api) => {
      try {
        return await dataOf(api.GET('/videos/{id}/consent', { params: { path: { id: idOf() } } }))
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }
    },
    { optional: true }
  )
  return { consent, pending, reload }
}
