import type { HttpContext } from '@adonisjs/core/http'

/** Headers of a file that is kept, never shown in place: no browser guesses at what is in it (RFC 6266). */
export function asAttachment(response: HttpContext['response'], filename: string, contentType: string): void {
  const plain = filename.replace(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(filename).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  )
  response.header('Content-Type', contentType)
  response.header('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('Cache-Control', 'private, no-store')
}
