import type { Translated } from '../i18n.js'
import type source from '../vi/transcript.js'

export default {
  machineMade: 'Automatic captions, not checked yet',
  search: 'Search the transcript',
  found: '{at}/{count}',
  foundNone: 'Not found',
  previous: 'Previous',
  next: 'Next',
  follow: 'Scroll along',
  language: 'Language of the transcript',
  download: 'Download the transcript',
  webVtt: 'Captions (WebVTT)',
  srt: 'Captions (SRT)',
  plain: 'Text',
} satisfies Translated<typeof source>
