import type { Translated } from '../i18n.js'
import type source from '../vi/agencies.js'

export default {
  title: 'Agencies',
  describe: 'Legal-education skits made by {name}.',
  responsible: 'Responsible officer',
  videos: 'Published skits',
  noVideos: 'This agency has not published a skit yet',
} satisfies Translated<typeof source>
