import env from '#start/env'

/** What a page may load and do. Embeds may be framed by any site; nothing else may be framed at all. */
export function contentSecurityPolicy(
  nonce: string,
  { mayBeFramed, inDev }: { mayBeFramed: boolean; inDev: boolean }
): string {
  const mediaUrl = env.get('MEDIA_URL')
  const media = mediaUrl ? ` ${new URL(mediaUrl).origin}` : ''
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    // Styles that components set on elements; a style can show nothing here that a script could steal
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:${media}`,
    `media-src 'self' blob:${media}`,
    `connect-src 'self'${media}${inDev ? ' ws:' : ''}`,
    `font-src 'self'`,
    `worker-src 'self' blob:`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${mayBeFramed ? '*' : `'none'`}`,
  ].join('; ')
}
