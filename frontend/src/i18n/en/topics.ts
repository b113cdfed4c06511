import type { Translated } from '../i18n.js'
import type source from '../vi/topics.js'

export default {
  title: 'Topics',
  intro:
    '45 topics in the official order of the Legal Codification, with the everyday matters that belong to each.',
  number: 'Topic {number} of the Legal Codification',
  describe: 'Skits and legal documents about {name}.',
  videos: 'Skits',
  laws: 'Legal documents',
  noVideos: 'No skit on this topic yet',
  noVideosText: 'The agencies will add some. Meanwhile, see the documents below.',
} satisfies Translated<typeof source>
