import type { HttpContext } from '@adonisjs/core/http'
import { data, paged } from '#app/core/answers'
import { invalid, notFound } from '#app/core/hub_error'
import { slugify } from '#app/core/vietnamese_text'
import { agencyChangeValidator, newAgencyValidator } from './accounts_validators.js'
import Agency from './agency.js'
import { agencyView } from './agency_view.js'
import UserPolicy from './user_policy.js'

export default class AgenciesController {
  async index() {
    const agencies = await Agency.query().orderBy('id')
    const byName = new Intl.Collator('vi')
    agencies.sort((a, b) => byName.compare(a.name, b.name))
    return paged({
      items: agencies.map(agencyView),
      total: agencies.length,
      page: 1,
      perPage: Math.max(agencies.length, 1),
    })
  }

  async show({ params }: HttpContext) {
    const agency = await Agency.query().where('slug', params.slug).orWhere('id', params.slug).first()
    if (!agency) throw notFound()
    return data(agencyView(agency))
  }

  async store({ bouncer, request, response }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const fields = await request.validateUsing(newAgencyValidator)
    const slug = fields.slug ?? slugify(fields.name)
    await refuseTakenSlug(slug)
    const agency = await Agency.create({ ...fields, slug })
    return response.created(data(agencyView(agency)))
  }

  async update({ bouncer, request, params }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const fields = await request.validateUsing(agencyChangeValidator)
    const agency = await Agency.find(params.id)
    if (!agency) throw notFound()
    if (fields.slug && fields.slug !== agency.slug) await refuseTakenSlug(fields.slug)
    await agency.merge(fields).save()
    return data(agencyView(agency))
  }
}

async function refuseTakenSlug(slug: string) {
  if (!slug) throw invalid('E_AGENCY_NAME_EMPTY', 'name')
  if (await Agency.findBy('slug', slug)) throw invalid('E_SLUG_TAKEN', 'slug', { slug })
}
