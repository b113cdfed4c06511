import type { Api } from '../api/client.js'
import type { Video } from '../api/types.js'

export type ReviewStep = 'approve' | 'requestChanges' | 'publish' | 'unpublish' | 'withdraw'

/** What an editor may do with a video now, the usual next step first. */
export function openSteps({ status, permissions }: Video): ReviewStep[] {
  if (!permissions) return []
  const { review, publish, withdraw } = permissions
  const isPublished = status === 'published'
  return [
    review && 'approve',
    review && 'requestChanges',
    publish && 'publish',
    withdraw && 'withdraw',
    isPublished && withdraw && 'unpublish',
  ].filter((step): step is ReviewStep => Boolean(step))
}

export async function takeStep(
  api: Api,
  id: string,
  step: ReviewStep,
  reason: string,
  atSeconds: number | null
) {
  const params = { path: { id } }
  const body = { reason: reason || null }
  if (step === 'approve') await api.POST('/videos/{id}/approval', { params, body })
  if (step === 'requestChanges') {
    await api.POST('/videos/{id}/change-requests', { params, body: { message: reason, atSeconds } })
  }
  if (step === 'publish') await api.POST('/videos/{id}/publication', { params, body })
  if (step === 'unpublish') await api.DELETE('/videos/{id}/publication', { params, body })
  if (step === 'withdraw') await api.POST('/videos/{id}/withdrawal', { params, body })
}
