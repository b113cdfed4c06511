import type { ApiRequest } from '@japa/api-client'
import type User from '#app/accounts/user'

/** The request with this person's bearer token; anonymous for null. */
export const as = (user: User | null, request: ApiRequest) =>
  user ? request.withGuard('api').loginAs(user) : request

/** What each of several people is answered: `{ nobody: 401, producer: 403 }`. */
export async function statusesFor<Names extends string>(
  people: Record<Names, User | null>,
  make: () => ApiRequest
) {
  const statuses = {} as Record<Names, number>
  for (const name of Object.keys(people) as Names[])
    statuses[name] = (await as(people[name], make())).status()
  return statuses
}

export const origin = () => `http://127.0.0.1:${process.env.PORT}`
