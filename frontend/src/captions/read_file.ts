import { answer } from '../api/client.js'
import type { Api } from '../api/client.js'

/** Caption files are small; what is larger is something else. */
export const MAX_CAPTION_BYTES = 2_000_000

/** The bytes as they are: the server knows the codes in which subtitle programs save. */
export const sendAsIs = { bodySerializer: (body: unknown) => body as BodyInit }

/** Has a caption file read without keeping it. */
export function readCaptionFile(api: Api, path: { id: string; lang: string }, file: File) {
  return answer(
    api.POST('/videos/{id}/captions/{lang}/reading', {
      params: { path },
      headers: { 'Content-Type': 'application/x-subrip' },
      body: file as unknown as string,
      ...sendAsIs,
    })
  )
}
