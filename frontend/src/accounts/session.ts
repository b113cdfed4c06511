import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { ApiError } from '../api/api_error.js'
import { dataOf, type Api } from '../api/client.js'
import type { Account, Role } from '../api/types.js'

export interface Session {
  account: ShallowRef<Account | null>
  isEditor: ComputedRef<boolean>
  isAdministrator: ComputedRef<boolean>
  load: () => Promise<void>
  login: (email: string, password: string) => Promise<Account>
  logout: () => Promise<void>
}

export function createSession(api: Api, known: Account | null = null): Session {
  const account = shallowRef<Account | null>(known)
  return {
    account,
    isEditor: computed(() => mayEnter(account.value, 'editor')),
    isAdministrator: computed(() => mayEnter(account.value, 'administrator')),
    async load() {
      try {
        account.value = await dataOf(api.GET('/auth/me'))
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 401) throw error
        account.value = null
      }
    },
    async login(email, password) {
      const found = await dataOf(api.POST('/auth/session', { body: { email, password } }))
      account.value = found
      return found
    },
    async logout() {
      await api.DELETE('/auth/session')
      account.value = null
    },
  }
}

const RANK: Record<Role, number> = { producer: 1, editor: 2, administrator: 3 }

/** Whether an account may enter pages made for `role`; the higher roles may enter those of the lower ones. */
export function mayEnter(account: Account | null, role: Role): boolean {
  return account !== null && RANK[account.role] >= RANK[role]
}
