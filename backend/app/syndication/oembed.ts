import { escapeMarkup } from './markup.js'

export interface Size {
  width: number
  height: number
}

const longSide = 640

/**
 * The size of the player in somebody's page: the picture's shape, 640 on its long side, and within what the page allows.
 * A picture of unknown size (sound only, or being made) is taken for 16:9.
 */
export function embedSize(picture: Partial<Record<keyof Size, number | null>>, limit: Partial<Size>): Size {
  const ratio = picture.width && picture.height ? picture.width / picture.height : 16 / 9
  const width = ratio >= 1 ? longSide : longSide * ratio
  const scale = Math.min(1, (limit.width ?? Infinity) / width, (limit.height ?? Infinity) / (width / ratio))
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor((width * scale) / ratio)),
  }
}

const posterLongSide = 1280

/** The poster is the picture at 1280 on its long side, or smaller where that is. */
export function thumbnailSize(picture: Size): Size {
  const scale = Math.min(1, posterLongSide / Math.max(picture.width, picture.height))
  return { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
}

export function embedElement(src: string, title: string, { width, height }: Size): string {
  return (
    `<iframe src="${escapeMarkup(src)}" title="${escapeMarkup(title)}" width="${width}" height="${height}" ` +
    `loading="lazy" allow="autoplay; fullscreen; picture-in-picture" style="border:0;max-width:100%"></iframe>`
  )
}

/** The key of the video that an address of this site shows, and the second where it is to start. */
export function readVideoAddress(
  address: string,
  origin: string
): { key: string; startSeconds: number } | null {
  const url = URL.parse(address)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.host !== new URL(origin).host) return null
  const key = /^\/(?:video|nhung)\/([\w-]+)\/?$/.exec(url.pathname)?.[1]
  const seconds = /^\d{1,6}$/.exec(url.searchParams.get('t') ?? '')?.[0]
  return key ? { key, startSeconds: Number(seconds ?? 0) } : null
}
