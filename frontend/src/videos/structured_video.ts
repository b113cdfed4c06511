import type { LawReference, Tag, Video } from '../api/types.js'
import { isoDuration } from '../i18n/format.js'
import { lookOf } from '../laws/law_status.js'
import type { Cue } from './web_vtt.js'

/** schema.org: the video, the laws it is about, and a clip for each tag that has its seconds. */
export function structuredVideo(video: Video, origin: string, cues: Cue[] = []): Record<string, unknown> {
  const absolute = (url: string | null) => (url === null || /^https?:/.test(url) ? url : origin + url)
  const page = `${origin}/video/${video.slug}`
  return {
    '@type': 'VideoObject',
    name: video.title,
    description: video.description || video.title,
    thumbnailUrl: absolute(video.playback.posterUrl) ?? undefined,
    uploadDate: video.publishedAt ?? video.createdAt,
    duration: video.durationSeconds === null ? undefined : isoDuration(video.durationSeconds),
    contentUrl: absolute(video.playback.downloadUrl ?? video.playback.hlsUrl) ?? undefined,
    embedUrl: `${origin}/nhung/${video.id}`,
    url: page,
    transcript: cues.length ? cues.map(({ text }) => text).join('\n') : undefined,
    inLanguage: 'vi',
    isAccessibleForFree: true,
    publisher: video.agency ? { '@type': 'GovernmentOrganization', name: video.agency.name } : undefined,
    about: video.laws.map((law) => structuredLaw(law, origin)),
    hasPart: video.tags.filter((tag) => tag.startSeconds !== null).map((tag) => structuredClip(tag, page)),
  }
}

function structuredLaw(law: LawReference, origin: string) {
  const { shape } = lookOf(law.status)
  const force = { full: 'InForce', half: 'PartiallyInForce', empty: 'NotInForce', dotted: undefined }[shape]
  return {
    '@type': 'Legislation',
    name: law.title,
    legislationIdentifier: law.number,
    legislationLegalForce: law.status === 'chua_co_hieu_luc' ? 'NotInForce' : force,
    url: `${origin}/van-ban/${law.slug}`,
  }
}

function structuredClip(tag: Tag, page: string) {
  return {
    '@type': 'Clip',
    name: tag.citation,
    startOffset: tag.startSeconds ?? 0,
    endOffset: tag.endSeconds ?? undefined,
    url: `${page}?t=${Math.floor(tag.startSeconds ?? 0)}`,
  }
}
