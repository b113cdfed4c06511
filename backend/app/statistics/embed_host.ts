import { domainToASCII } from 'node:url'

/** Names only: an address of digits, or one without a dot, is nobody's public page. */
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/
const longestHost = 100

/** The name of the page's host that shows the video, as it is counted; null where there is none that can be. */
export function embedHost(given: string | null | undefined, ownHost: string): string | null {
  const host = domainToASCII((given ?? '').trim().toLowerCase()).replace(/^www\./, '')
  if (host.length > longestHost || !hostName.test(host)) return null
  return host === ownHost.replace(/^www\./, '') ? null : host
}
