import type { HttpContext } from '@adonisjs/core/http'
import { data, paged } from '#app/core/answers'
import { invalid, notFound } from '#app/core/hub_error'
import { slugify } from '#app/core/vietnamese_text'
import { agencyChangeValidator, longestSlug, newAgencyValidator } from './accounts_validators.js'
import Agency from './agency.js'
import { agencyView } from './agency_view.js'
import { publishedCounts } from './published_counts.js'
import UserPolicy from './user_policy.js'

export default class AgenciesController {
  async index() {
    const agencies = await Agency.query().orderBy('id')
    const counts = await publishedCounts(agencies.map(({ id }) => id))
    const byName = new Intl.Collator('vi')
    agencies.sort((a, b) => byName.compare(a.name, b.name))
    return paged({
      items: agencies.map((agency) => agencyView(agency, counts)),
      total: agencies.length,
      page: 1,
      perPage: Math.max(agencies.length, 1),
    })
  }

  async show({ params }: HttpContext) {
    const agency = await findAgency(params.slug)
    return data(agencyView(agency, await publishedCounts([agency.id])))
  }

  async store({ bouncer, request, response }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const fields = await request.validateUsing(newAgencyValidator)
    const slug = fields.slug ?? slugify(fields.name).slice(0, longestSlug).replace(/-$/, '')
    await refuseTakenSlug(slug)
    const agency = await Agency.create({ ...fields, slug })
    return response.created(data(agencyView(agency, new Map())))
  }

  async update({ bouncer, request, params }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const fields = await request.validateUsing(agencyChangeValidator)
    const agency = await findAgency(params.slug)
    if (fields.slug && fields.slug !== agency.slug) await refuseTakenSlug(fields.slug)
    await agency.merge(fields).save()
    return data(agencyView(agency, await publishedCounts([agency.id])))
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
