import { newId } from '#app/core/ids'
import { slugify } from '#app/core/vietnamese_text'

/** The title in an address, with a few letters that keep two skits of one title apart. */
export function videoSlug(title: string): string {
  const words = slugify(title).slice(0, 100).replace(/-+$/, '') || 'video'
  return `${words}-${newId().slice(0, 5)}`
}
