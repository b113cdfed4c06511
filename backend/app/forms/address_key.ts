import { createHmac } from 'node:crypto'
import type { LegalDay } from '#app/core/legal_day'

/**
 * What the limits count by: a keyed digest that is another one each day, so that nothing kept leads back to an address.
 * A household has 2^64 addresses of IPv6 at hand; it counts as one.
 */
export function addressKey(address: string, day: LegalDay, key: string): string {
  return createHmac('sha256', key)
    .update(`address|${day}|${networkOf(address)}`)
    .digest('base64url')
    .slice(0, 32)
}

export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const groups = head.split(':').filter(Boolean)
  const behind = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Array(Math.max(0, 8 - groups.length - behind.length)).fill('0') : []
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':')
}
