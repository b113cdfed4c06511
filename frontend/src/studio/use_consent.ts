import { dataOf } from '../api/client.js'
import { useApi } from '../api/use_api.js'

/** Who appears in a video and what they agreed to; null while nothing was said, or the caller may not know. */
export function useConsent(id: string) {
  const { data: consent, reload } = useApi(
    `consent:${id}`,
    (api) => dataOf(api.GET('/videos/{id}/consent', { params: { path: { id } } })),
    { optional: true }
  )
  return { consent, reload }
}
