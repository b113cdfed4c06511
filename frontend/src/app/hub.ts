import { inject, type InjectionKey } from 'vue'
import type { Api } from '../api/client.js'
import type { PageData } from '../api/page_data.js'
import type { Session } from '../accounts/session.js'
import type { Site } from '../api/types.js'
import type { Language } from '../i18n/language.js'

/** What one rendering, or one browser tab, shares among its components. */
export interface Hub {
  api: Api
  pageData: PageData
  session: Session
  site: Site
  language: Language
  /** Scheme and host, for canonical addresses. */
  origin: string
  /** The HTTP answer a page gives; only read on the server. */
  answer: { status: number }
}

export const hubKey: InjectionKey<Hub> = Symbol('hub')

export function useHub(): Hub {
  const hub = inject(hubKey)
  if (!hub) throw new Error('The hub is provided by createHubApp')
  return hub
}
