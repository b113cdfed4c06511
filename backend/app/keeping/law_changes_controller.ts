import type { HttpContext } from '@adonisjs/core/http'
import UserPolicy from '#app/accounts/user_policy'
import { data, paged } from '#app/core/answers'
import { HubError, invalid, notFound } from '#app/core/hub_error'
import { pageOf } from '#app/core/page_validator'
import { inRecordTurn, keepChange, tellOfChange } from '#app/laws/changes/keep_change'
import LawChange from '#app/laws/changes/law_change'
import LawChangeRow from '#app/laws/changes/law_change_row'
import { reversed, rowsOf, undoChange, undoObstacles } from '#app/laws/changes/undo_change'
import { lawRecord } from '#app/laws/law_record'
import { changeViews, planView, remark, rowContext } from './change_views.js'
import { effectViews } from './effect_view.js'
import {
  changeListValidator,
  changeValidator,
  previewValidator,
  undoValidator,
} from './keeping_validators.js'
import { outcomeOf, planChange } from './plan_change.js'
import { rowView } from './row_view.js'

/** Administrators add, correct, relate and import documents; everything is shown before it is saved, and can be undone. */
export default class LawChangesController {
  async preview({ bouncer, request, i18n }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    return data(await planView(await planChange(await request.validateUsing(previewValidator)), i18n))
  }

  /** The plan is made again in the turn: what is written is what was shown. */
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(UserPolicy).authorize('administer')
    const { fingerprint, ...input } = await ctx.request.validateUsing(changeValidator)
    const change = await inRecordTurn(async (trx) => {
      const plan = await planChange(input, trx)
      if (plan.fingerprint !== fingerprint) throw new HubError('E_LAW_CHANGE_OUTDATED', 409)
      const { source, checkedOn, note } = input
      const reason = { kind: plan.kind, source, checkedOn, note, changedBy: ctx.requireActor().id }
      return keepChange(plan.rows, reason, trx)
    })
    if (!change) throw invalid('E_LAW_CHANGE_EMPTY', 'edits')
    await tellOfChange(change)
    return ctx.response.created(data(await viewOf(change.id, ctx)))
  }

  async index({ bouncer, request }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const query = await request.validateUsing(changeListValidator)
    const { page, perPage } = pageOf(query, 30)
    const changes = LawChange.query().preload('changer').withCount('rows').orderBy('sequence', 'desc')
    if (query.law) {
      const law = (await lawRecord()).find(query.law)
      const id = law?.id ?? query.law
      changes.whereIn(
        'id',
        LawChangeRow.query().where('lawId', id).orWhere('otherLawId', id).select('changeId')
      )
    }
    const found = await changes.paginate(page, perPage)
    return paged({ items: await changeViews(found.all()), total: found.total, page, perPage })
  }

  async show(ctx: HttpContext) {
    await ctx.bouncer.with(UserPolicy).authorize('administer')
    return data(await viewOf(ctx.params.id, ctx))
  }

  async undo(ctx: HttpContext) {
    await ctx.bouncer.with(UserPolicy).authorize('administer')
    const { note = null } = await ctx.request.validateUsing(undoValidator)
    const undo = await undoChange(await findChange(ctx.params.id), ctx.requireActor(), note)
    return ctx.response.created(data(await viewOf(undo.id, ctx)))
  }
}

async function findChange(id: string): Promise<LawChange> {
  const change = await LawChange.query().where('id', id).preload('changer').withCount('rows').first()
  if (!change) throw notFound()
  return change
}

/** With every row, and with what undoing it would do, or what is in the way of that. */
async function viewOf(id: string, { i18n }: HttpContext) {
  const change = await findChange(id)
  const [view] = await changeViews([change])
  const record = await lawRecord()
  const rows = (await rowsOf(change)).map(({ asRow }) => asRow)
  const obstacles = view!.undoneBy ? [] : await undoObstacles(change)
  const isPossible = !view!.undoneBy && !obstacles.length
  const outcome = isPossible ? await outcomeOf(reversed(rows), record) : null
  const records = outcome ? [record, outcome.after] : [record]
  const context = await rowContext(records, i18n.locale)
  return {
    ...view!,
    rows: rows.map((row) => rowView(row, context)),
    undo: {
      isPossible,
      obstacles: obstacles.map((obstacle) => ({ ...remark(obstacle, i18n), changeId: changeIdOf(obstacle) })),
      effects: outcome ? await effectViews(outcome.effects, { ...outcome, i18n }) : [],
    },
  }
}

const changeIdOf = ({ options }: HubError) => (options.meta?.changeId as string | undefined) ?? null
