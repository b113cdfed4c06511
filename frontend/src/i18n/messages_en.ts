import { collect, type MessageTree } from './collect.js'

/** What every visitor may read; the rest is in `desk_messages_en.ts`. */
export const messages = collect(
  import.meta.glob<MessageTree>(
    [
      './en/*.ts',
      '!./en/{admin,captions,consents,coverage,keeping,notices,review,statistics,studio,tagging,upload,validity}.ts',
    ],
    { eager: true, import: 'default' }
  )
)
