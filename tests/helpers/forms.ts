import { createHash } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import { issueToken, type FormPurpose } from '#app/forms/form_token'
import { leadingZeroBits } from '#app/forms/proof_of_work'
import { formKey } from '#app/forms/receive_form'

/** The stamp of a form that somebody opened half a minute ago; solved cheaply, or not at all. */
export function givenStamp(
  videoId: string,
  purpose: FormPurpose,
  { openedSecondsAgo = 30, solved = true } = {}
) {
  const issuedAtMs = Date.now() - openedSecondsAgo * 1000
  const formToken = issueToken({ purpose, videoId, issuedAtMs, difficultyBits: solved ? 4 : 16 }, formKey())
  return solved ? { formToken, proof: solve(formToken, 4) } : { formToken }
}

export function solve(token: string, bits: number): string {
  for (let proof = 0; ; proof++) {
    if (leadingZeroBits(createHash('sha256').update(`${token}:${proof}`).digest()) >= bits)
      return String(proof)
  }
}

let next = 0
/** Words that nobody has asked yet. */
export const someText = () => `Cho tôi hỏi về thủ tục số ${Date.now()}${++next} ở phường, xin cảm ơn.`

/** Asks under the video; answers the private code. */
export async function askUnder(client: ApiClient, videoId: string, fields: object = {}): Promise<string> {
  const body = { text: someText(), ...givenStamp(videoId, 'question'), ...fields }
  const answer = await client.post(`/api/v1/videos/${videoId}/questions`).json(body)
  if (answer.status() !== 202) throw new Error(`refused: ${answer.status()} ${answer.text()}`)
  return answer.body().data.code
}

export async function reportOn(client: ApiClient, videoId: string, fields: object = {}): Promise<string> {
  const body = { reason: 'other', text: someText(), ...givenStamp(videoId, 'report'), ...fields }
  const answer = await client.post(`/api/v1/videos/${videoId}/reports`).json(body)
  if (answer.status() !== 202) throw new Error(`refused: ${answer.status()} ${answer.text()}`)
  return answer.body().data.code
}
