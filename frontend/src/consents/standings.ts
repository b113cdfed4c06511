import type { ConsentStanding, WithdrawalChannel } from '../api/types.js'

export const STANDINGS: ConsentStanding[] = ['ending', 'ended', 'withdrawn', 'gaps', 'good']
export const CHANNELS: WithdrawalChannel[] = ['in_person', 'phone', 'email', 'letter', 'other']

type Mark = { tone: 'jade' | 'amber' | 'vermilion'; shape: 'full' | 'half' | 'empty' }

/** How a standing is drawn: a shape beside the colour. */
export const MARKS: Record<ConsentStanding, Mark> = {
  good: { tone: 'jade', shape: 'full' },
  ending: { tone: 'amber', shape: 'half' },
  gaps: { tone: 'amber', shape: 'empty' },
  ended: { tone: 'vermilion', shape: 'half' },
  withdrawn: { tone: 'vermilion', shape: 'full' },
}
