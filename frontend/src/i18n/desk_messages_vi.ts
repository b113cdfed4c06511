import { collect, type MessageTree } from './collect.js'

/** What only people with an account read: no viewer waits for it. */
export const messages = collect(
  import.meta.glob<MessageTree>(
    './vi/{admin,captions,consents,coverage,keeping,notices,review,statistics,studio,tagging,upload,validity}.ts',
    { eager: true, import: 'default' }
  )
)
