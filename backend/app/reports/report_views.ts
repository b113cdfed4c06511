import { hubNow } from '#app/core/clock'
import { todayInVietnam } from '#app/core/legal_day'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import ValidityTask from '#app/validity/validity_task'
import type Report from './report.js'
import { clockOf } from './report_clocks.js'
import { isOpen, stepsFrom } from './report_states.js'

/** As its reporter finds it with the code. */
export function reporterView(report: Report) {
  const { video } = report
  return {
    reason: report.reason,
    text: report.text,
    state: report.state,
    outcome: report.outcome,
    createdAt: report.createdAt.toISO()!,
    dueAt: report.dueAt.toISO()!,
    closedAt: report.closedAt?.toISO() ?? null,
    video: video?.isPublished ? { slug: video.slug, title: video.title } : null,
  }
}

/** As editors work on them: who sent it, how much time is left, and the open tasks of validity that it may be about. */
export async function reportViews(reports: Report[]) {
  const record = await lawRecord()
  const tasks = await openTasks(reports)
  return reports.map((report) => reportView(report, record, tasks.get(report.videoId ?? '') ?? []))
}

function reportView(report: Report, record: LawRecord, tasks: ValidityTask[]) {
  const { video, taker } = report
  const law = report.lawId ? record.byId.get(report.lawId) : undefined
  const clock = clockOf(report.reason, report.relation)
  return {
    id: report.id,
    reason: report.reason,
    relation: report.relation,
    text: report.text,
    contact: report.contact,
    contactErasedAt: report.contactErasedAt?.toISO() ?? null,
    atSeconds: report.atSeconds,
    citation: report.citation,
    law: law ? lawMention(law, record, todayInVietnam()) : null,
    state: report.state,
    isLow: report.isLow,
    suspicions: report.suspicions,
    createdAt: report.createdAt.toISO()!,
    dueAt: report.dueAt.toISO()!,
    clock: { name: clock.name, from: clock.from },
    /** By the hub's clock; negative once it is over. Null for what is closed. */
    secondsLeft: isOpen(report.state)
      ? Math.round((report.dueAt.toMillis() - hubNow().getTime()) / 1000)
      : null,
    takenBy: taker ? { id: taker.id, fullName: taker.fullName } : null,
    outcome: report.outcome,
    closedAt: report.closedAt?.toISO() ?? null,
    video: {
      id: report.videoId,
      slug: video?.slug ?? null,
      title: video?.title ?? report.videoTitle,
      status: video?.status ?? null,
    },
    validityTasks: tasks
      .filter(({ lawId }) => !report.lawId || lawId === report.lawId)
      .map((task) => ({ id: task.id, kind: task.kind, law: record.byId.get(task.lawId)!.number })),
    steps: stepsFrom(report.state),
    record: report.records.map((one) => ({
      step: one.step,
      fromState: one.fromState,
      toState: one.toState,
      reason: one.reason,
      at: one.at.toISO()!,
      actor: one.actor ? { id: one.actor.id, fullName: one.actor.fullName } : null,
    })),
  }
}

/** Of the videos that are said to teach what no longer holds. */
async function openTasks(reports: Report[]): Promise<Map<string, ValidityTask[]>> {
  const ids = reports.flatMap(({ reason, videoId }) => (reason === 'law_expired' && videoId ? [videoId] : []))
  const byVideo = new Map<string, ValidityTask[]>()
  if (!ids.length) return byVideo
  const tasks = await ValidityTask.query().whereIn('videoId', ids).where('state', 'open').orderBy('openedAt')
  for (const task of tasks) byVideo.set(task.videoId!, [...(byVideo.get(task.videoId!) ?? []), task])
  return byVideo
}
