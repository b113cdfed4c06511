import vine from '@vinejs/vine'
import { roles } from './user.js'

const email = () => vine.string().trim().toLowerCase().email().maxLength(254)
const agencyId = () => vine.string().minLength(1).maxLength(32).nullable().optional()
const newPassword = () => vine.string().minLength(10).maxLength(200)

export const credentialsValidator = vine.create({
  email: vine.string().trim().toLowerCase().maxLength(254),
  password: vine.string().maxLength(200),
})

export const tokenValidator = vine.create({
  email: vine.string().trim().toLowerCase().maxLength(254),
  password: vine.string().maxLength(200),
  name: vine.string().trim().minLength(1).maxLength(100),
})

export const passwordChangeValidator = vine.create({
  currentPassword: vine.string().maxLength(200),
  newPassword: newPassword(),
})

export const newUserValidator = vine.create({
  email: email(),
  fullName: vine.string().trim().minLength(1).maxLength(120),
  role: vine.enum(roles),
  agencyId: agencyId(),
  password: newPassword().optional(),
})

export const userChangeValidator = vine.create({
  fullName: vine.string().trim().minLength(1).maxLength(120).optional(),
  role: vine.enum(roles).optional(),
  agencyId: agencyId(),
  disabled: vine.boolean({ strict: true }).optional(),
})

export const longestSlug = 120

const slug = () =>
  vine
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .maxLength(longestSlug)

const responsible = {
  responsibleName: vine.string().trim().maxLength(120).nullable().optional(),
  responsiblePhone: vine.string().trim().maxLength(40).nullable().optional(),
  responsibleEmail: vine.string().trim().email().maxLength(254).nullable().optional(),
  officerId: agencyId(),
  deputyId: agencyId(),
}

export const newAgencyValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(200),
  slug: slug().optional(),
  ...responsible,
})

export const agencyChangeValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(200).optional(),
  slug: slug().optional(),
  ...responsible,
})
