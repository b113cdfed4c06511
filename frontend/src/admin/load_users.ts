import { answer, type Api } from '../api/client.js'
import type { User } from '../api/types.js'

const PER_PAGE = 100
/** A province has some hundreds of accounts; sorting and filtering them needs all of them here. */
const MOST_PAGES = 20

export async function loadUsers(api: Api): Promise<User[]> {
  const users: User[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data, meta } = await answer(
      api.GET('/admin/users', { params: { query: { page, perPage: PER_PAGE } } })
    )
    users.push(...data)
    if (users.length >= meta.total || data.length === 0) break
  }
  return users
}
