import type { HttpContext } from '@adonisjs/core/http'
import { data, paged } from '#app/core/answers'
import { invalid, notFound } from '#app/core/hub_error'
import { slugify } from '#app/core/vietnamese_text'
import { agencyChangeValidator, longestSlug, newAgencyValidator } from './accounts_validators.js'
import Agency from './agency.js'
import { agencyView } from './agency_view.js'
import { checkOfficers, officersOf } from './officers.js'
import { publishedCounts } from './published_counts.js'
import UserPolicy from './user_policy.js'

export default class AgenciesController {
  async index({ actor }: HttpContext) {
    const agencies = await Agency.query().orderBy('id')
    const counts = await publishedCounts(agencies.map(({ id }) => id))
    const officers = actor?.isEditor ? await officersOf(agencies) : undefined
    const byName = new Intl.Collator('vi')
    agencies.sort((a, b) => byName.compare(a.name, b.name))
    return paged({
      items: agencies.map((agency) => agencyView(agency, counts, officers)),
      total: agencies.length,
      page: 1,
      perPage: Math.max(agencies.length, 1),
    })
  }

  async show({ params, actor }: HttpContext) {
    const agency = await findAgency(params.slug)
    const officers = actor?.isEditor ? await officersOf([agency]) : undefined
    return data(agencyView(agency, await publishedCounts([agency.id]), officers))
  }

  async store({ bouncer, request, response }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const fields = await request.validateUsing(newAgencyValidator)
    const slug = fields.slug ?? slugify(fields.name).slice(0, longestSlug).replace(/-$/, '')
    await refuseTakenSlug(slug)
    await checkOfficers(fields)
    const agency = await Agency.create({ ...fields, slug })
    return response.created(data(agencyView(agency, new Map(), await officersOf([agency]))))
  }

  async update({ bouncer, request, params }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const fields = await request.validateUsing(agencyChangeValidator)
    const agency = await findAgency(params.slug)
    if (fields.slug && fields.slug !== agency.slug) await refuseTakenSlug(fields.slug)
    const { officerId, deputyId } = { ...agency.$attributes, ...fields }
    // Those who stay need not be asked again: an account may have been locked since
    if (fields.officerId !== undefined || fields.deputyId !== undefined)
      await checkOfficers({ officerId, deputyId })
    await agency.merge(fields).save()
    return data(agencyView(agency, await publishedCounts([agency.id]), await officersOf([agency])))
  }
}

async function findAgency(slugOrId: string) {
  const agency = await Agency.query().where('slug', slugOrId).orWhere('id', slugOrId).first()
  if (!agency) throw notFound()
  return agency
}

async function refuseTakenSlug(slug: string) {
  if (!slug) throw invalid('E_AGENCY_NAME_EMPTY', 'name')
  if (await Agency.findBy('slug', slug)) throw invalid('E_SLUG_TAKEN', 'slug', { slug })
}
