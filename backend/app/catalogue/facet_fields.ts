import vine from '@vinejs/vine'
import { orientations } from '#app/search/facets'
import { lengths } from '#app/search/terms'
import { audiences } from '#app/videos/video'

const name = () => vine.string().trim().maxLength(160).optional()

/** What lists and searches are narrowed by: spread into their validators. */
export const facetFields = {
  topic: name(),
  agency: name(),
  audience: vine.enum(audiences).optional(),
  length: vine.enum(lengths).optional(),
  orientation: vine.enum(orientations).optional(),
}
