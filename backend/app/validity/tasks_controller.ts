import type { HttpContext } from '@adonisjs/core/http'
import { data, paged } from '#app/core/answers'
import { invalid, notFound } from '#app/core/hub_error'
import { addDays, isLegalDay, todayInVietnam } from '#app/core/legal_day'
import { pageOf } from '#app/core/page_validator'
import VideoPolicy from '#app/videos/video_policy'
import { decide } from './decide.js'
import { listTasks, taskCounts, visibleTo } from './list_tasks.js'
import { taskViews } from './task_view.js'
import { undoDecision } from './undo_decision.js'
import { upcomingChanges } from './upcoming_changes.js'
import ValidityRun from './validity_run.js'
import ValidityTask from './validity_task.js'
import {
  bulkDecisionValidator,
  decisionValidator,
  taskListValidator,
  upcomingValidator,
} from './validity_validators.js'

/** What editors have to decide because the law has changed. Producers read what concerns their videos. */
export default class TasksController {
  async index(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const filter = await ctx.request.validateUsing(taskListValidator)
    const found = await listTasks({ ...filter, ...pageOf(filter, 50) }, actor)
    const answer = paged({ ...found, items: await taskViews(found.items, { actor, i18n: ctx.i18n }) })
    const [counts, last] = [await taskCounts(actor), await lastRun()]
    return { ...answer, meta: { ...answer.meta, counts, today: todayInVietnam(), lastRun: last } }
  }

  async show(ctx: HttpContext) {
    return data(await viewOf(ctx))
  }

  async decide(ctx: HttpContext) {
    const actor = ctx.requireActor()
    await viewOf(ctx)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    await decide([ctx.params.id], await ctx.request.validateUsing(decisionValidator), actor)
    return data(await viewOf(ctx))
  }

  async undo(ctx: HttpContext) {
    const actor = ctx.requireActor()
    await viewOf(ctx)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    await undoDecision(ctx.params.id, actor)
    return data(await viewOf(ctx))
  }

  /** One decision on several tasks, all or none. */
  async decideSeveral(ctx: HttpContext) {
    const actor = ctx.requireActor()
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const { taskIds, ...decision } = await ctx.request.validateUsing(bulkDecisionValidator)
    await decide(taskIds, decision, actor)
    const tasks = await ValidityTask.query().whereIn('id', taskIds).preload('decisions').orderBy('id')
    return data(await taskViews(tasks, { actor, i18n: ctx.i18n }))
  }

  /** What will happen to videos on days that are known already. */
  async upcoming(ctx: HttpContext) {
    ctx.requireActor()
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const { until = addDays(todayInVietnam(), 366) } = await ctx.request.validateUsing(upcomingValidator)
    if (!isLegalDay(until)) throw invalid('E_DAY_INVALID', 'until', { value: until })
    return data(await upcomingChanges(until))
  }
}

async function viewOf(ctx: HttpContext) {
  const actor = ctx.requireActor()
  const task = await visibleTo(ValidityTask.query(), actor)
    .where('id', ctx.params.id)
    .preload('decisions')
    .first()
  if (!task) throw notFound()
  const [view] = await taskViews([task], { actor, i18n: ctx.i18n })
  return view!
}

async function lastRun() {
  const run = await ValidityRun.query().orderBy('finishedAt', 'desc').first()
  return run && { day: run.day, finishedAt: run.finishedAt.toISO(), opened: run.opened, closed: run.closed }
}
