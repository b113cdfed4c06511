import type { Role } from '../api/types.js'

export const ROLES: Role[] = ['producer', 'editor', 'administrator']
