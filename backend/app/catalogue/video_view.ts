import type { HttpContext } from '@adonisjs/core/http'
import { agencyMention } from '#app/accounts/agency_view'
import { officersOf } from '#app/accounts/officers'
import type User from '#app/accounts/user'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { lawRecord } from '#app/laws/law_record'
import { playbackView } from '#app/playback/playback_view'
import { readSiteSettings } from '#app/site/site_settings'
import { tagsOfVideos } from '#app/tags/tags_of_videos'
import { receives } from '#app/videos/add_revision'
import Transcode from '#app/videos/transcode'
import type Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import VideoPolicy from '#app/videos/video_policy'
import { hasRevision, next } from '#app/videos/video_status'
import { topicMention } from '#app/topics/topic_view'
import { posterView } from '#app/transcoding/poster_view'
import { decisionViews } from '#app/transcoding/decision_view'
import { transcodeError } from '#app/transcoding/transcode_error'
import { standingDecisions } from '#app/validity/standing_decisions'
import { reviewedDays, videoBanners } from './video_banners.js'

type Viewer = Pick<HttpContext, 'actor' | 'i18n'>

/**
 * Videos as the caller may see them, each with everything that a page needs, in a bounded number of queries. The laws,
 * and what must be said of them, are as on the day.
 */
export async function videoViews(videos: Video[], viewer: Viewer, day: LegalDay = todayInVietnam()) {
  await load(videos)
  const ids = videos.map((video) => video.id)
  const tags = await tagsOfVideos(ids, day)
  const { downloads } = await readSiteSettings()
  const officers = await officersOf(videos.map(({ agency }) => agency).filter(Boolean))
  const decisions = await standingDecisions(ids)
  const context = { record: await lawRecord(), decisions, day, i18n: viewer.i18n }
  const transcodes = await latestTranscodes(
    videos.flatMap((video) => [video.currentRevisionId, video.pendingRevisionId]).filter((id) => id !== null)
  )
  return Promise.all(
    videos.map(async (video) => {
      const own = tags.get(video.id) ?? []
      const reviewed = reviewedDays(own, context)
      const historicalSince = video.historicalSince?.toISO() ?? null
      const revision = video.currentRevision as Revision | null
      const transcode = revision ? transcodes.get(revision.id) : undefined
      return {
        id: video.id,
        slug: video.slug,
        title: video.title,
        description: video.description,
        agency: video.agency && agencyMention(video.agency),
        audiences: video.audiences,
        laws: distinctLaws(own),
        status: video.status,
        progress: progressOf(video, transcode),
        error: video.status === 'failed' && transcode ? transcodeError(transcode, viewer.i18n) : null,
        durationSeconds: revision?.durationSeconds ?? null,
        width: revision?.width ?? null,
        height: revision?.height ?? null,
        orientation: revision?.orientation ?? null,
        playback: playbackView(video.id, revision, video.captionTracks, {
          isPublished: video.isPublished,
          downloads,
        }),
        topics: [...video.topics]
          .sort((a, b) => a.id - b.id)
          .map((topic) => topicMention(topic, viewer.i18n.locale)),
        tags: own.map((tag) => ({ ...tag, reviewedOn: reviewed.get(tag.id) ?? null })),
        banners: videoBanners(own, historicalSince, context),
        historicalSince,
        timings: {
          receivedAt: revision?.receivedAt?.toISO() ?? null,
          firstPlayableAt: revision?.firstPlayableAt?.toISO() ?? null,
          completedAt: revision?.completedAt?.toISO() ?? null,
        },
        publishedAt: video.publishedAt?.toISO() ?? null,
        createdAt: video.createdAt.toISO(),
        updatedAt: video.updatedAt.toISO(),
        viewCount: video.viewCount,
        pendingRevision: pendingView(video, transcodes, viewer),
        ...(viewer.actor
          ? {
              ...(await forActor(video, viewer.actor, viewer, transcode, transcodes)),
              officers:
                video.agency && new VideoPolicy().readRecord(viewer.actor, video)
                  ? officers(video.agency)
                  : undefined,
            }
          : {}),
      }
    })
  )
}

export async function videoView(video: Video, viewer: Viewer, day?: LegalDay) {
  const [view] = await videoViews([video], viewer, day)
  return view!
}

async function load(videos: Video[]) {
  if (videos.length === 0) return
  const ids = videos.map((video) => video.id)
  const loaded = await Video.query()
    .whereIn('id', ids)
    .preload('agency')
    .preload('owner')
    .preload('currentRevision')
    .preload('captionTracks', (tracks) => tracks.orderBy('lang', 'desc'))
    .preload('topics')
  const byId = new Map(loaded.map((video) => [video.id, video]))
  videos.splice(0, videos.length, ...ids.map((id) => byId.get(id)!).filter(Boolean))
}

async function latestTranscodes(revisionIds: string[]): Promise<Map<string, Transcode>> {
  const rows = revisionIds.length
    ? await Transcode.query().whereIn('revisionId', revisionIds).orderBy('enqueuedAt', 'asc')
    : []
  return new Map(rows.map((transcode) => [transcode.revisionId, transcode]))
}

function progressOf(video: Video, transcode: Transcode | undefined) {
  if (video.status === 'draft') return 0
  return hasRevision(video.status) ? 1 : (transcode?.progress ?? 0)
}

function distinctLaws<L extends { id: string }>(tags: { law: L }[]): L[] {
  return [...new Map(tags.map(({ law }) => [law.id, law])).values()]
}

function pendingView(video: Video, transcodes: Map<string, Transcode>, viewer: Viewer) {
  const transcode = video.pendingRevisionId ? transcodes.get(video.pendingRevisionId) : undefined
  if (!transcode || !new VideoPolicy().viewUnpublished(viewer.actor, video)) return null
  const status = {
    queued: 'processing',
    running: 'processing',
    succeeded: 'ready',
    failed: 'failed',
    cancelled: 'failed',
  }[transcode.state]
  return {
    status,
    progress: transcode.progress,
    error: status === 'failed' ? transcodeError(transcode, viewer.i18n) : null,
  }
}

/** What only people with an account are told, and only of what they may see. */
async function forActor(
  video: Video,
  actor: User,
  viewer: Viewer,
  transcode: Transcode | undefined,
  transcodes: Map<string, Transcode>
) {
  const policy = new VideoPolicy()
  const isEditor = actor.isEditor
  const may = (rule: 'edit' | 'delete' | 'upload' | 'submit') => policy[rule](actor, video)
  const pending = video.pendingRevisionId ? transcodes.get(video.pendingRevisionId) : undefined
  const latest = pending ?? transcode
  return {
    owner: policy.readRecord(actor, video)
      ? { id: video.owner.id, fullName: video.owner.fullName }
      : undefined,
    decisions: policy.viewUnpublished(actor, video)
      ? decisionViews(transcode?.decisions, viewer.i18n)
      : undefined,
    poster:
      policy.readRecord(actor, video) && video.currentRevision
        ? posterView(video.currentRevision as Revision)
        : undefined,
    permissions: {
      edit: may('edit'),
      delete: may('delete') && !video.isPublished,
      upload: may('upload') && receives(video.status),
      submit: may('submit') && next(video.status, 'submit') !== null,
      review: isEditor && next(video.status, 'approve') !== null,
      publish:
        isEditor &&
        (next(video.status, 'publish') !== null || (video.isPublished && pending?.state === 'succeeded')),
      withdraw: isEditor && next(video.status, 'withdraw') !== null,
      tag: isEditor && hasRevision(video.status),
      retry: may('upload') && ['failed', 'cancelled'].includes(latest?.state ?? ''),
      cancel: may('upload') && ['queued', 'running'].includes(latest?.state ?? ''),
    },
  }
}
