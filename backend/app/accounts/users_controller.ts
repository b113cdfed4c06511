import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { data, paged } from '#app/core/answers'
import { HubError, invalid, notFound } from '#app/core/hub_error'
import { pageFields, pageOf } from '#app/core/page_validator'
import Agency from './agency.js'
import { newUserValidator, userChangeValidator } from './accounts_validators.js'
import { endSessions } from './end_sessions.js'
import { temporaryPassword } from './temporary_password.js'
import User, { roles } from './user.js'
import UserPolicy from './user_policy.js'
import { userView, userViews } from './user_view.js'

const listValidator = vine.create({
  ...pageFields,
  q: vine.string().trim().maxLength(100).optional(),
  role: vine.enum(roles).optional(),
})

export default class UsersController {
  async index({ bouncer, request }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const query = await request.validateUsing(listValidator)
    const { page, perPage } = pageOf(query, 50)
    const users = User.query().orderBy('full_name').orderBy('id')
    if (query.role) users.where('role', query.role)
    if (query.q) {
      const like = `%${query.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
      users.whereRaw(`(lower(email) like ? escape '\\' or lower(full_name) like ? escape '\\')`, [like, like])
    }
    const found = await users.paginate(page, perPage)
    return paged({ items: await userViews(found.all()), total: found.total, page, perPage })
  }

  /** Without a password a temporary one is made, shown once, for the administrator to pass on. */
  async store({ bouncer, request, response }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const { password, ...fields } = await request.validateUsing(newUserValidator)
    if (await User.findBy('email', fields.email)) throw invalid('E_EMAIL_TAKEN', 'email')
    await requireAgency(fields.agencyId)
    const temporary = password ? undefined : temporaryPassword()
    const user = await User.create({ ...fields, password: password ?? temporary })
    return response.created(data({ ...(await userView(user)), temporaryPassword: temporary }))
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(UserPolicy).authorize('administer')
    const { disabled, ...fields } = await ctx.request.validateUsing(userChangeValidator)
    const user = await findUser(ctx.params.id)
    if (user.id === ctx.actor?.id && (disabled || (fields.role && fields.role !== 'administrator'))) {
      throw new HubError('E_OWN_ACCOUNT', 409)
    }
    await requireAgency(fields.agencyId)
    user.merge(fields)
    if (disabled !== undefined) user.disabledAt = disabled ? (user.disabledAt ?? DateTime.utc()) : null
    await user.save()
    if (disabled) await endSessions(user)
    return data(await userView(user))
  }

  async resetPassword({ bouncer, params }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const user = await findUser(params.id)
    const password = temporaryPassword()
    await user.merge({ password }).save()
    await endSessions(user)
    return data({ temporaryPassword: password })
  }
}

async function findUser(id: string) {
  const user = await User.find(id)
  if (!user) throw notFound()
  return user
}

async function requireAgency(agencyId?: string | null) {
  if (agencyId && !(await Agency.find(agencyId))) throw invalid('E_AGENCY_UNKNOWN', 'agencyId')
}
