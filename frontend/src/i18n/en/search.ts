import type { Translated } from '../i18n.js'
import type source from '../vi/search.js'

export default {
  submit: 'Search',
  title: 'Search',
  titleFor: 'Search for “{q}”',
  label: 'Find skits',
  placeholder: 'A question, an everyday matter, the number of a law…',
  results: '{count} skits for “{q}”',
  corrected: 'Searching for',
  citation: 'You are asking about',
  assumed: 'You named no number; this is the version in force today.',
  openProvision: 'Open this provision',
  topics: 'Related topics',
  laws: 'Related laws',
  none: 'No skit matches “{q}”',
  noneText: 'Try other words, or fewer. Typing without diacritics is fine. Or browse by topic.',
  browse: 'Browse by topic',
  newest: 'Newly published',
  at: 'at {time}',
  fields: {
    title: 'Title',
    description: 'Description',
    captions: 'Spoken',
    law: 'Law',
    topic: 'Topic',
    question: 'Question',
  },
} satisfies Translated<typeof source>
