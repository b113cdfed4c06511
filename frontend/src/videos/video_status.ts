import type { VideoStatusName } from '../api/types.js'

export interface VideoStatusLook {
  tone: 'jade' | 'amber' | 'vermilion' | 'slate' | 'plum' | 'neutral'
  shape: 'full' | 'half' | 'empty' | 'dotted'
}

export const VIDEO_STATUS_LOOKS: Record<VideoStatusName, VideoStatusLook> = {
  draft: { tone: 'neutral', shape: 'dotted' },
  processing: { tone: 'slate', shape: 'half' },
  ready: { tone: 'slate', shape: 'full' },
  in_review: { tone: 'plum', shape: 'half' },
  changes_requested: { tone: 'amber', shape: 'half' },
  approved: { tone: 'jade', shape: 'half' },
  published: { tone: 'jade', shape: 'full' },
  withdrawn: { tone: 'neutral', shape: 'empty' },
  failed: { tone: 'vermilion', shape: 'empty' },
}
