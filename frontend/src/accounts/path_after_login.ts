import type { Role } from '../api/types.js'

const HOME: Record<Role, string> = { producer: '/studio', editor: '/bien-tap', administrator: '/quan-tri' }

/** Back to where the login was asked for, if that is a path of this site; else to the desk of the role. */
export function pathAfterLogin(role: Role, wanted: unknown): string {
  if (typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted)) return wanted
  return HOME[role]
}
