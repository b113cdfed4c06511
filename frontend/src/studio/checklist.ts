import type { Consent, Video } from '../api/types.js'
import { isComplete } from './consent_gaps.js'
import { hasPicture } from './situation.js'

export type StepName = 'video' | 'dong-y' | 'gui-duyet'
export const STEPS: StepName[] = ['video', 'dong-y', 'gui-duyet']

export interface ChecklistItem {
  name: 'file' | 'description' | 'audiences' | 'captions' | 'captionsChecked' | 'consent'
  done: boolean
  /** `submission` and `publication` wait for it; without it, `good` videos become better. */
  owedFor: 'submission' | 'publication' | 'good'
  step: StepName
}

/** What a video needs, and where it is given. */
export function checklist(video: Video, consent: Consent | null, today: string): ChecklistItem[] {
  return [
    { name: 'file', done: hasPicture(video), owedFor: 'submission', step: 'video' },
    { name: 'consent', done: isComplete(consent, today), owedFor: 'publication', step: 'dong-y' },
    { name: 'description', done: Boolean(video.description?.trim()), owedFor: 'good', step: 'video' },
    { name: 'audiences', done: video.audiences.length > 0, owedFor: 'good', step: 'video' },
    { name: 'captions', done: video.playback.captions.length > 0, owedFor: 'good', step: 'video' },
    ...machineMade(video).map((done) => ({
      ...({ name: 'captionsChecked', done, owedFor: 'good', step: 'video' } as const),
    })),
  ]
}

/** Only where a machine has made captions is there something to check. */
function machineMade(video: Video): boolean[] {
  const made = video.playback.captions.filter(({ isMachineMade }) => isMachineMade)
  return made.length ? [made.every(({ checkedAt }) => checkedAt !== null)] : []
}
