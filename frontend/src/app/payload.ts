import type { Fetched } from '../api/page_data.js'
import type { Account, Site } from '../api/types.js'

/** What the server sends along with a page, so that the browser need not ask again. */
export interface Payload {
  account: Account | null
  site: Site
  pageData: Record<string, Fetched>
}

/** JSON that is safe inside a script element: it can neither close it nor open a comment. */
export function serialisePayload(payload: Payload): string {
  return JSON.stringify(payload)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
