/** The page of a video, at a second of it where that is wanted. */
export function videoLink(origin: string, slug: string, seconds = 0): string {
  return `${origin}/video/${slug}${seconds >= 1 ? `?t=${Math.floor(seconds)}` : ''}`
}

/** Opens Facebook's own page, with no script of theirs on ours. */
export const facebookLink = (link: string) =>
  `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(link)}`

/** Zalo takes a link without a script of theirs nowhere: it is opened, and the link lies ready to be pasted. */
export const zaloAddress = 'https://chat.zalo.me/'

export const mailLink = (title: string, link: string) =>
  `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(link)}`
