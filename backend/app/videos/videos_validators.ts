import vine from '@vinejs/vine'
import { audiences } from './video.js'

const fields = {
  description: vine.string().trim().maxLength(10_000).nullable().optional(),
  agencyId: vine.string().minLength(1).maxLength(32).nullable().optional(),
  audiences: vine.array(vine.enum(audiences)).distinct().maxLength(audiences.length).optional(),
}

const title = () => vine.string().trim().minLength(1).maxLength(300)

export const newVideoValidator = vine.create({ title: title(), ...fields })
export const videoChangeValidator = vine.create({ title: title().optional(), ...fields })
export const topicsValidator = vine.create({
  slugs: vine.array(vine.string().trim().maxLength(120)).distinct().maxLength(10),
})
