import type { Translated } from '../i18n.js'
import type source from '../vi/player.js'

export default {
  play: 'Play video: {title}',
  settings: 'Settings: quality, speed, captions',
  quality: 'Quality',
  auto: 'Automatic',
  speed: 'Speed',
  normal: 'Normal',
  captions: 'Captions',
  off: 'Off',
  failed: 'The video could not be played. Check your connection and try again; if that fails, download it.',
  lane: 'Law lane: the parts that speak of a law',
  segment: '{citation} – {status} – from {time}',
  now: 'Speaking of',
  whole: 'This video is about',
  alsoNow: 'At the same time',
  between: 'No provision is spoken of here',
  keys: 'Keys: space or K to play and pause, J and L ten seconds back and forth, arrows five seconds, M mute, F full screen, C captions, less-than and greater-than to change the speed.',
} satisfies Translated<typeof source>
