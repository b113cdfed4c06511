import type { TagRole } from '../api/types.js'

export const TAG_ROLES: TagRole[] = ['teaches', 'violates', 'penalty', 'procedure', 'mentions']
