import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import UserPolicy from '#app/accounts/user_policy'
import { data } from '#app/core/answers'
import { movedNow } from '#app/core/moved_clock'
import { changeSiteSettings, readSiteSettings } from './site_settings.js'

const line = (length: number) => vine.string().trim().maxLength(length).optional()

const siteValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(80).optional(),
  managingBody: line(200),
  responsiblePerson: line(200),
  contactPhone: line(60),
  contactEmail: line(254),
  address: line(300),
  fourEyes: vine.boolean({ strict: true }).optional(),
  consentForms: vine.boolean({ strict: true }).optional(),
  downloads: vine.boolean({ strict: true }).optional(),
  reminderDays: vine.number({ strict: true }).withoutDecimals().min(1).max(90).optional(),
  av1: vine.boolean({ strict: true }).optional(),
})

export default class SiteController {
  async show() {
    return data({ ...(await readSiteSettings()), movedClock: movedNow()?.toISOString() ?? null })
  }

  async update({ bouncer, request }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    return data(await changeSiteSettings(await request.validateUsing(siteValidator)))
  }
}
