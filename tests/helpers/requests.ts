import type { ApiRequest } from '@japa/api-client'
import User from '#app/accounts/user'

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

interface SentText {
  user: User | null
  method?: string
  contentType?: string
}

/** Sends a body as it is, which the API client would make JSON of. */
export async function sendText(
  path: string,
  text: string,
  { user, method = 'PUT', contentType = 'text/vtt' }: SentText
) {
  const headers: Record<string, string> = { 'content-type': contentType }
  if (user) headers.authorization = `Bearer ${await tokenOf(user)}`
  const answer = await fetch(origin() + path, { method, headers, body: text })
  const body = await answer.text()
  return { status: answer.status, body: body ? JSON.parse(body) : null }
}

export async function tokenOf(user: User): Promise<string> {
  return (await User.accessTokens.create(user)).value!.release()
}
