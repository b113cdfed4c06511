import type User from '#app/accounts/user'
import { origin, tokenOf } from './requests.js'

/** Sends bytes as they are, as a browser sends a file. */
export async function sendBytes(path: string, bytes: Uint8Array, user: User | null, method = 'PUT') {
  const headers: Record<string, string> = { 'content-type': 'application/octet-stream' }
  if (user) headers.authorization = `Bearer ${await tokenOf(user)}`
  const answer = await fetch(origin() + path, { method, headers, body: bytes as BodyInit })
  const text = await answer.text()
  return { status: answer.status, body: text ? JSON.parse(text) : null }
}

/** The answer as it is, with its headers. */
export async function download(path: string, user: User | null) {
  const headers: Record<string, string> = user ? { authorization: `Bearer ${await tokenOf(user)}` } : {}
  const answer = await fetch(origin() + path, { headers })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

export const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n')
export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
