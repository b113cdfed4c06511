import type { Translated } from '../i18n.js'
import type source from '../vi/swipe.js'

export default {
  lead: 'Short portrait skits: swipe up for the next story.',
  feed: 'Short skits',
  none: 'There are no portrait skits yet',
  previous: 'Previous skit',
  next: 'Next skit',
  pause: 'Pause',
  mute: 'Sound off',
  unmute: 'Sound on',
  open: 'Full page',
  progress: 'Time of playing',
  progressText: '{time} of {total}',
} satisfies Translated<typeof source>
