import createClient, { type Client } from 'openapi-fetch'
import { ApiError } from './api_error.js'
import type { paths } from './schema.d.ts'

export type Api = Client<paths>

export interface ApiOptions {
  /** Absolute on the server, where a request needs a host; empty in the browser. */
  origin: string
  language: string
  fetch: typeof globalThis.fetch
  /** The value of the XSRF-TOKEN cookie, read anew for each write. */
  xsrfToken: () => string | null
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The typed client. A call that is not answered with success throws an {@link ApiError}. */
export function createApi({ origin, language, fetch, xsrfToken }: ApiOptions): Api {
  const api = createClient<paths>({
    baseUrl: `${origin}/api/v1`,
    credentials: 'same-origin',
    headers: { 'Accept-Language': language, Accept: 'application/json' },
    fetch: (request) => fetch(request),
  })
  api.use({
    onRequest({ request }) {
      const token = SAFE_METHODS.has(request.method) ? null : xsrfToken()
      if (token) request.headers.set('X-XSRF-TOKEN', token)
      return request
    },
    async onResponse({ response }) {
      if (!response.ok) throw await ApiError.from(response)
    },
    onError({ error }) {
      if (error instanceof ApiError) return error
      return new ApiError(0, [{ code: 'E_NETWORK', message: '' }], null, { cause: error })
    },
  })
  return api
}

/** The whole body of an answered call: `const { data, meta } = await answer(api.GET('/laws'))`. */
export async function answer<Body>(call: Promise<{ data?: Body }>): Promise<Body> {
  const { data } = await call
  return data as Body
}

/** Only the `data` of it: `const video = await dataOf(api.GET('/videos/{id}', …))`. */
export async function dataOf<Data>(call: Promise<{ data?: { data: Data } }>): Promise<Data> {
  return (await answer(call)).data
}
