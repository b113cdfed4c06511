import type { Notice } from '../api/types.js'

const OF_EDITORS: Notice['kind'][] = ['submitted', 'review_waits']

/** The place where something can be done about it; null where it is gone. */
export function noticeLink({ kind, video, params }: Notice, isEditor: boolean): string | null {
  if (kind === 'validity_waits') {
    if (!isEditor) return video && `/studio/${video.id}`
    return video ? `/bien-tap/hieu-luc?video=${video.id}` : '/bien-tap/hieu-luc'
  }
  if (!video) return null
  if (kind.startsWith('consent_')) return `/studio/${video.id}?buoc=dong-y`
  if (isEditor && OF_EDITORS.includes(kind)) return `/bien-tap?video=${video.id}`
  if (kind === 'published') return `/video/${video.slug}`
  const at = typeof params.atSeconds === 'number' ? `?t=${Math.floor(params.atSeconds)}` : ''
  return `/studio/${video.id}${at}`
}
